import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import { NotFound } from '../../failure.ts';
import { PEOPLE_TEXTS } from '../texts.ts';

const lockRow = defineQuery('lock the person to unlock', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ hrManagedAt: person.hrManagedAt })
    .from(person)
    .where(and(inDistrict(person), eq(person.id, p.id)))
    .for('update'),
);

/** Two admins unlock or lock a person one after the other. @throws NotFound */
export async function lockPersonRow(tx: Transaction, id: string): Promise<{ hrManagedAt: Date | null }> {
  const row = await lockRow.first(tx, { id });
  if (!row) throw new NotFound(PEOPLE_TEXTS.noSuchPerson());
  return row;
}
