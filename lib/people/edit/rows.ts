import type { Change, ChangeOf, Rows } from '../../change/change.ts';
import type { FieldError } from '../../failure.ts';
import { EDIT_TEXTS, EDIT_WHY } from './texts.ts';

type Kind = 'employment' | 'districtAssignment';

/** Stored rows as the edited list wants them: changed ones updated, new ones inserted, those left out removed. */
export function planRows<T extends Kind>(
  table: T,
  stored: readonly ({ id: string } & Rows[T])[],
  wanted: readonly { id: string | null; row: Rows[T] }[],
  { newId, actor, list }: { newId: () => string; actor: string; list: string },
): { changes: Change[]; removed: string[]; errors: FieldError[] } {
  const why = EDIT_WHY.rowEdited(actor);
  const kept = new Map(wanted.flatMap(({ id, row }) => (id ? [[id, row] as const] : [])));
  const known = new Set(stored.map(({ id }) => id));
  const errors: FieldError[] = wanted.flatMap(({ id }, index) =>
    id !== null && (!known.has(id) || wanted.findIndex((other) => other.id === id) !== index)
      ? [
          {
            pointer: `/${list}/${index}/id`,
            code: 'invalid',
            message: EDIT_TEXTS.unknownRow(),
          },
        ]
      : [],
  );
  const changes: ChangeOf<T>[] = [];
  const removed: string[] = [];
  for (const { id, ...before } of stored) {
    const after = kept.get(id);
    const row = before as unknown as Rows[T];
    if (!after) {
      removed.push(id);
      changes.push({ table, op: 'delete', id, before: row, after: null, ...why });
    } else if (Object.keys(after).some((key) => after[key as keyof Rows[T]] !== row[key as keyof Rows[T]]))
      changes.push({ table, op: 'update', id, before: row, after, ...why });
  }
  for (const { id, row } of wanted)
    if (id === null) changes.push({ table, op: 'insert', id: newId(), before: null, after: row, ...why });
  return { changes: changes as Change[], removed, errors };
}
