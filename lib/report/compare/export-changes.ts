import { inBatches } from '../../concurrency/in-batches.ts';
import type { Context } from '../../context.ts';
import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { SECTION_PLANS } from '../sections.ts';
import { CHANGE_NAMES } from './changes.ts';
import { changes } from './compare.ts';
import { entryInWords, whoIn } from './in-words.ts';
import type { ChangedEntry, Compared } from './schema.ts';
import { chosenTwo } from './versions.ts';

/** Each batch compares the two again, so batches are few and large. */
const BATCH_ROWS = 20_000;

/** How a later validation differs from an earlier one, filtered, as CSV. @throws NotFound */
export async function exportChanges(ctx: Context, compared: Compared): Promise<Download> {
  const two = await ctx.db.inDistrict(ctx.district.id, (tx) => chosenTwo(tx, compared));
  const either = ({ later, earlier }: ChangedEntry) => later ?? earlier;
  let offset = 0;
  const batches = inBatches(BATCH_ROWS, async () => {
    const range = { offset, limit: BATCH_ROWS };
    offset += BATCH_ROWS;
    return ctx.db.inDistrict(ctx.district.id, (tx) => changes(tx, { ...compared, ...two }, range));
  });
  const stream = csvStream<ChangedEntry>(
    [
      ['Change', ({ change }) => CHANGE_NAMES[change]],
      ['Section', ({ section }) => SECTION_PLANS[section].name],
      ['Staff Number', (changed) => either(changed)?.staffNumber ?? null],
      ['Name', (changed) => nameOf(either(changed))],
      ['Earlier', ({ section, earlier }) => earlier && entryInWords(section, earlier)],
      ['Later', ({ section, later }) => later && entryInWords(section, later)],
    ],
    batches,
  );
  return new Download('validations-compared.csv', 'text/csv; charset=utf-8', stream);
}

const nameOf = (entry: ChangedEntry['later']): string | null => entry && whoIn(entry);
