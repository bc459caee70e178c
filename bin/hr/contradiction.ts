import type { PersonOfTable } from '../../lib/record/csv/people.ts';

type Tree = Record<string, unknown>;

/**
 * The record of a person whose rows contradict each other, or have a cell that can't be read: what is wrong there is sent as
 * the list of all that the file says, which Campus takes for no property. So it sets the person aside, and names it.
 * To leave such a person out would say that HR has not sent them. Pure.
 */
export function contradictory({ record, errors, rows }: PersonOfTable): Tree {
  const sent = structuredClone(record);
  for (const { pointer, code } of errors) {
    const [name = '', ...rest] = pointer.split('/').slice(1);
    if (code === 'rowsDiffer') {
      const said = rows.map((row) => row.record[name]).filter((value) => value !== undefined && value !== '');
      sent[name] = [...new Map(said.map((value) => [JSON.stringify(value), value])).values()];
    } else put(sent, [name, ...rest]);
  }
  return sent;
}

function put(tree: Tree, [step = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) tree[step] = [tree[step] ?? ''];
  else if (typeof tree[step] === 'object' && tree[step] !== null) put(tree[step] as Tree, rest);
  else tree[step] = [tree[step] ?? ''];
}
