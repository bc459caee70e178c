import { and, eq, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { columnsOf, keysOf } from '../../../db/columns-of.ts';
import { DISTRICT_ID, inDistrict, ONE } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { agreedStaff } from '../../../db/schema/agreement.ts';
import { person } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import { changesOn } from '../../change/plan/changes-on.ts';
import type { Warning } from '../../failure.ts';
import type { NewEntry } from '../../report/difference-writer.ts';
import { sentBy } from '../../report/people/facets.ts';
import { exclude, type StagedBatch } from '../batch/batches.ts';
import { stagedDigests } from '../batch/staged.ts';
import type { Listed } from './entries-of.ts';
import type { PlanBasis } from './plan-inputs.ts';

const excluded = alias(agreedStaff, 'excluded');
const REPLACE_EARLIER = Object.fromEntries(
  keysOf(columnsOf(agreedStaff, 'personId')).map((key) => [key, sql`${excluded[key]}`]),
);

const upsertAgreed = defineCommand(
  'remember people who agree',
  (
    orm,
    p: Params<{
      personIds: readonly string[];
      revs: readonly number[];
      digests: readonly Buffer[];
      changesOn: readonly (string | null)[];
      warnings: readonly Warning[][];
      entries: readonly (readonly NewEntry[] | null)[];
      employments: readonly number[];
      assignments: readonly number[];
      addresses: readonly number[];
      basis: string;
      today: string;
    }>,
  ) => {
    const { table, selection } = unnested('person_of', {
      personId: [agreedStaff.personId, p.personIds],
      rev: [agreedStaff.rev, p.revs],
      digest: [agreedStaff.digest, p.digests],
      changesOn: [agreedStaff.changesOn, p.changesOn],
      warnings: [agreedStaff.warnings, p.warnings],
      entries: [agreedStaff.entries, p.entries],
      employments: [agreedStaff.employments, p.employments],
      assignments: [agreedStaff.assignments, p.assignments],
      addresses: [agreedStaff.addresses, p.addresses],
    });
    const { personId, rev, digest, ...others } = selection;
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        ...{ personId, rev, digest },
        basis: sql`${p.basis}::text`.as('basis'),
        plannedOn: sql`${p.today}::date`.as('planned_on'),
        ...others,
      })
      .from(table);
    return orm
      .insert(agreedStaff)
      .select(rows)
      .onConflictDoUpdate({
        target: [agreedStaff.districtId, agreedStaff.personId],
        set: REPLACE_EARLIER,
      })
      .returning(ONE);
  },
);

/**
 * Remembers the people of a batch for whom nothing is to be done, with what their plans were made from and what the report
 * lists of them. The next validation need not plan them while that is the same (find-agreed.ts). Who keeps a position only
 * because a section is linked to it is planned each time: a commit looks whether the link is still there.
 */
export async function rememberAgreed(
  tx: Transaction,
  batch: StagedBatch,
  planned: readonly Listed[],
  { basis, today }: PlanBasis,
): Promise<void> {
  const agreed = planned.flatMap(({ seq, plan, record, people, entries }) => {
    const [person] = people;
    if (plan.outcome !== 'unchanged' || !person || plan.rev === null) return [];
    const isAgreed =
      plan.changes.length === 0 &&
      !plan.settles?.length &&
      plan.notes.every(({ about }) => about !== 'positionKept');
    if (!isAgreed) return [];
    const changes = changesOn(record, person, today);
    if (changes === today) return [];
    return [
      {
        ...{ seq, personId: person.id, rev: plan.rev, changes, warnings: plan.warnings },
        entries: entries.length > 0 ? entries : null,
        sent: sentBy(record),
      },
    ];
  });
  if (agreed.length === 0) return;
  const places = new Set(agreed.map(({ seq }) => seq));
  const digests = await stagedDigests(
    tx,
    exclude(batch, (place) => !places.has(place)),
  );
  await upsertAgreed(tx, {
    personIds: agreed.map(({ personId }) => personId),
    revs: agreed.map(({ rev }) => rev),
    digests: agreed.map(({ seq }) => digests.get(seq) as Buffer),
    changesOn: agreed.map(({ changes }) => changes),
    warnings: agreed.map(({ warnings }) => warnings),
    entries: agreed.map(({ entries }) => entries),
    employments: agreed.map(({ sent }) => sent.employments),
    assignments: agreed.map(({ sent }) => sent.assignments),
    addresses: agreed.map(({ sent }) => sent.addresses),
    basis,
    today,
  });
}

const deleteRemoved = defineCommand('forget removed people who agreed', (orm) =>
  orm.delete(agreedStaff).where(
    and(
      inDistrict(agreedStaff),
      notExists(
        orm
          .select(ONE)
          .from(person)
          .where(and(inDistrict(person), eq(person.id, agreedStaff.personId))),
      ),
    ),
  ),
);

/** Forgets people whom an undo or a combination has removed. */
export const forgetRemoved = (tx: Transaction): Promise<number> => deleteRemoved(tx);
