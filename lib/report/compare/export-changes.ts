import type { Context } from '../../context.ts';
import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { SECTION_PLANS } from '../sections.ts';
import { CHANGE_NAMES } from './changes.ts';
import { changes } from './compare.ts';
import { entryInWords, whoIn } from './in-words.ts';
import type { ChangedEntry, Compared } from './schema.ts';
import { chosenTwo } from './versions.ts';

/** Each batch compares anew: few, and large ones. */
const BATCH = 20_000;

/** What a later validation has beside an earlier one, as narrowed, as CSV. @throws NotFound */
export async function exportChanges(ctx: Context, compared: Compared): Promise<Download> {
  const two = await ctx.db.inDistrict(ctx.district.id, (tx) => chosenTwo(tx, compared));
  const either = ({ later, earlier }: ChangedEntry) => later ?? earlier;
  const stream = csvStream<ChangedEntry>(
    [
      ['Change', ({ change }) => CHANGE_NAMES[change]],
      ['Section', ({ section }) => SECTION_PLANS[section].name],
      ['Staff Number', (changed) => either(changed)?.staffNumber ?? null],
      ['Name', (changed) => nameOf(either(changed))],
      ['Earlier', ({ section, earlier }) => earlier && entryInWords(section, earlier)],
      ['Later', ({ section, later }) => later && entryInWords(section, later)],
    ],
    batches(ctx, { ...compared, ...two }),
  );
  return new Download('validations-compared.csv', 'text/csv; charset=utf-8', stream);
}

const nameOf = (entry: ChangedEntry['later']): string | null => entry && whoIn(entry);

async function* batches(ctx: Context, compared: Compared): AsyncGenerator<ChangedEntry[]> {
  for (let offset = 0; ; offset += BATCH) {
    const page = { offset, limit: BATCH };
    const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => changes(tx, compared, page));
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
  }
}
