import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { ChangeOf } from '../change.ts';
import type { PlannedPerson } from '../planned-person.ts';

type NewTitle = ChangeOf<'title'> & { op: 'insert' };

/** Creates the titles the plans bring (REF-2), in the order of their codes so that parallel writers don't deadlock. */
export async function createTitles(tx: Transaction, plans: readonly PlannedPerson[]): Promise<void> {
  const titles = plans
    .flatMap((plan) => plan.changes)
    .filter((change): change is NewTitle => change.table === 'title' && change.op === 'insert')
    .sort((a, b) => (a.after.code < b.after.code ? -1 : 1));
  if (titles.length === 0) return;
  await tx.run(
    `insert into title (district_id, id, code, description)
     select $1, u.id, u.code, u.description
       from unnest($2::uuid[], $3::text[], $4::text[]) as u(id, code, description)
     on conflict (district_id, code) do nothing`,
    [
      tx.districtId,
      arrayLiteral(titles.map((title) => title.id)),
      arrayLiteral(titles.map((title) => title.after.code)),
      arrayLiteral(titles.map((title) => title.after.description)),
    ],
  );
}
