import type { Context } from '../../context.ts';
import { Intake } from '../transfer/intake.ts';
import { recordsOfFile } from '../upload/records.ts';
import { draftById } from './draft.ts';
import { readDraft } from './draft-file.ts';
import { Problems } from './problems.ts';
import type { DraftCheck } from './schema.ts';

/**
 * What a transfer would do with a draft, without doing it: every row is read and checked as a transfer does. What other
 * calls of the run have staged is not compared.
 * @throws NotFound without such a draft; Invalid for columns that are not complete; Unreadable
 */
export async function checkDraft(ctx: Context, id: string): Promise<DraftCheck> {
  const { file, options } = await readDraft(ctx, await draftById(ctx, id));
  const read = recordsOfFile(file, options);
  const problems = new Problems(read, options.corrected ?? new Map());
  const placeOf = (index: number) => `on line ${read.places.line(index)}`;
  const intake = new Intake(
    ctx,
    { pointer: '', placeOf, refuseRepeated: true, onlyChecks: true },
    async (faulty) => {
      for (const one of faulty) problems.add(one);
    },
  );
  let ready = 0;
  for await (const _ of intake.validRecords(read.records)) ready += 1;
  const { received: people } = intake;
  return {
    rows: read.places.rows,
    people,
    ready,
    setAside: problems.people,
    ignored: read.ignored(),
    canSetAside: !problems.unreadable,
    erasures: erasuresOf(read.erasures(), options.columns ?? []),
    problems: problems.list(people),
    faulty: problems.faulty.sort((a, b) => a.line - b.line),
  };
}

const erasuresOf = (
  erasures: ReadonlyMap<number, number>,
  columns: readonly { header: string; property: string | null }[],
): DraftCheck['erasures'] =>
  [...erasures].flatMap(([index, cells]) => {
    const { header = '', property } = columns[index] ?? {};
    return cells > 0 && property ? [{ header, property, cells }] : [];
  });
