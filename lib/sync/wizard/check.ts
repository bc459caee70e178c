import type { Context } from '../../context.ts';
import { Intake } from '../transfer/intake.ts';
import { recordsOfFile } from '../upload/records.ts';
import { RunComparison } from './compare-with-run.ts';
import { choicesDigest, draftById } from './draft.ts';
import { type ReadableDraft, workOnDraft } from './draft-file.ts';
import { Problems } from './problems.ts';
import type { DraftCheck } from './schema.ts';

/**
 * What a transfer would do with a draft, without doing it: every row is read, checked as a transfer does, and compared with
 * what the run holds.
 * @throws NotFound without such a draft; Invalid for columns that are not complete; Unreadable
 */
export async function checkDraft(ctx: Context, id: string): Promise<DraftCheck> {
  const draft = await draftById(ctx, id);
  const found = await workOnDraft(ctx, draft, 'records', (readable) => checkFile(ctx, readable));
  return { choices: choicesDigest(draft), ...found };
}

async function checkFile(
  ctx: Context,
  { file, options }: ReadableDraft,
): Promise<Omit<DraftCheck, 'choices'>> {
  const read = recordsOfFile(file, options);
  const problems = new Problems(read, options.corrected ?? new Map());
  const run = await RunComparison.open(ctx);
  const placeOf = (index: number) => `on line ${read.places.line(index)}`;
  const call = { pointer: '', placeOf, refuseRepeated: true, seal: run.seal };
  const intake = new Intake(ctx, call, async (faulty) => {
    for (const one of faulty) {
      problems.add(one);
      if (one.staffNumber !== undefined) await run.add({ staffNumber: one.staffNumber, form: null });
    }
  });
  for await (const some of intake.validRecords(read.records))
    for (const { form } of some) await run.add({ staffNumber: form.staffNumber, form });
  await run.end();
  const { received: people } = intake;
  return {
    rows: read.places.rows,
    people,
    ready: people - problems.people,
    setAside: problems.people,
    ignored: read.ignored(),
    run: run.found,
    unreadable: problems.unreadable,
    erasures: erasuresOf(read.erasures(), options.columns ?? []),
    problems: problems.list(people),
    faulty: problems.faulty.sort((a, b) => a.line - b.line),
  };
}

const erasuresOf = (
  erasures: ReadonlyMap<number, number>,
  columns: readonly { header: string; property: string | null }[],
): DraftCheck['erasures'] =>
  [...erasures].flatMap(([index, people]) => {
    const { header = '', property } = columns[index] ?? {};
    return people > 0 && property ? [{ header, property, people }] : [];
  });
