import type { Context } from '../../context.ts';
import { matchValues, valueKey } from '../../record/csv/match-values.ts';
import type { ValueMeaning } from '../../record/csv/meaning.ts';
import { type Choice, listChoices } from '../../reference/choices.ts';
import { isTable } from '../upload/file-types.ts';
import { type ValuesOfKind, valuesOfFile } from '../upload/file-values.ts';
import { draftById } from './draft.ts';
import { workOnDraft } from './draft-file.ts';
import type { DraftValues } from './schema.ts';

type KindShown = DraftValues['kinds'][number];
type ValueShown = KindShown['values'][number];

/**
 * The distinct schools, genders, assignment codes and titles of a draft, each with what it is in Campus. What needs a choice
 * comes first, then what is most frequent.
 * @throws NotFound without such a draft; Invalid for columns that are not complete
 */
export async function valuesOfDraft(ctx: Context, id: string): Promise<DraftValues> {
  const draft = await draftById(ctx, id);
  if (!isTable(draft.type)) return { kinds: [] };
  const known = await listChoices(ctx);
  const found = await workOnDraft(ctx, draft, 'rows', ({ file, options }) =>
    valuesOfFile(file.read(), options),
  );
  const chosen = draft.choices?.mapping?.values ?? [];
  return { kinds: found.map((of) => shown(of, known[of.kind], chosen)) };
}

function shown(
  { kind, columns, values, more }: ValuesOfKind,
  choices: readonly Choice[],
  chosen: readonly ValueMeaning[],
): KindShown {
  const match = matchValues(kind, choices);
  const codes = new Map(
    chosen.filter((one) => one.kind === kind).map(({ value, code }) => [valueKey(value), code]),
  );
  const list = [...values].map(([value, of]): ValueShown => {
    const code = codes.get(valueKey(value));
    if (code !== undefined) return { value, ...of, code, by: 'chosen', ignored: code === null };
    const matched = match(value);
    return { value, ...of, code: matched?.code ?? null, by: matched?.by ?? null, ignored: false };
  });
  return { kind, columns, values: list.sort(inOrder), more, choices: [...choices] };
}

const ORDER = [null, 'proposed', 'chosen', 'matched', 'exact'];

const inOrder = (a: ValueShown, b: ValueShown): number =>
  ORDER.indexOf(a.by) - ORDER.indexOf(b.by) || b.count - a.count || (a.value < b.value ? -1 : 1);
