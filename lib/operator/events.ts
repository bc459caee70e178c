import { sql } from 'drizzle-orm';
import { defineQuery, type Params } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import type { OperatorContext } from './context.ts';
import type { OperatorEvents } from './schema.ts';

const SHOWN = 20;

const latest = defineQuery('what operators did last', (orm, p: Params<{ token: Buffer }>) =>
  orm
    .select({
      id: sql<number>`id`,
      occurredAt: sql`occurred_at`.mapWith(auditEvent.occurredAt),
      madeBy: sql<string>`made_by`,
      action: sql<string>`action`,
      target: sql<string | null>`target`,
      address: sql<string | null>`address`,
    })
    .from(sql`app.operator_events(${p.token}::bytea, ${SHOWN})`),
);

/** What operators did last, the newest first: links made and opened, districts made, administrators reset. */
export async function latestEvents({ db, operator }: OperatorContext): Promise<OperatorEvents> {
  const rows = await latest(db, { token: operator.token });
  return {
    data: rows.map(({ occurredAt, ...row }) => ({ ...row, occurredAt: occurredAt.toISOString() })),
  };
}
