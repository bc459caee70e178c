import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery, type Params, type Runs } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import { hashSessionToken, newSessionToken } from '../auth/session-cookie.ts';
import { newId } from '../new-id.ts';
import { MAX_OPERATOR_HOURS } from './cookie.ts';

/*
 * The tables are the migrations' own, and web has no right on them: each function proves the session by its token
 * (db/migrations/0058_operator.sql). Their times are the database's.
 */
const moment = auditEvent.occurredAt;

const LINK_MINUTES = 15;

const make = defineQuery(
  'make an operator link',
  (orm, p: Params<{ id: string; madeBy: string; link: Buffer }>) =>
    orm
      .select({ expiresAt: sql`expires`.mapWith(moment) })
      .from(
        sql`app.make_operator_link(${p.id}::uuid, ${p.madeBy}::text, ${p.link}::bytea, ${LINK_MINUTES}) as expires`,
      ),
);
const endAll = defineQuery('end all sessions of operators', (orm) =>
  orm.select({ ended: sql<number>`ended` }).from(sql`app.end_all_operators() as ended`),
);
const open = defineQuery(
  'open an operator link',
  (orm, p: Params<{ link: Buffer; token: Buffer; address: string }>) =>
    orm
      .select({ opened: sql<boolean>`opened` })
      .from(
        sql`app.open_operator_link(${p.link}::bytea, ${p.token}::bytea, ${p.address}::text, ${MAX_OPERATOR_HOURS}) as opened`,
      ),
);
const sessionOf = defineQuery(
  'the operator behind a token',
  (orm, p: Params<{ token: Buffer; active: boolean }>) =>
    orm
      .select({
        id: sql<string>`id`,
        madeBy: sql<string>`made_by`,
        expiresAt: sql`expires_at`.mapWith(moment),
      })
      .from(sql`app.operator_of(${p.token}::bytea, ${p.active}::boolean)`),
);
const note = defineQuery(
  'note what an operator did',
  (orm, p: Params<{ token: Buffer; action: string; target: string | null; address: string | null }>) =>
    orm
      .select({ noted: sql<boolean>`noted` })
      .from(
        sql`app.note_operator(${p.token}::bytea, ${p.action}::text, ${p.target}::text, ${p.address}::text) as noted`,
      ),
);
const end = defineQuery(
  'end the session of an operator',
  (orm, p: Params<{ token: Buffer; address: string | null }>) =>
    orm
      .select({ ended: sql<boolean>`ended` })
      .from(sql`app.end_operator(${p.token}::bytea, ${p.address}::text) as ended`),
);

/** Who uses the operator's page. */
export interface Operator {
  /** The account on the server, or the name, that made the link. */
  madeBy: string;
  /** The hash of the session's token, by which the database lets the operator act. */
  token: Buffer;
  /** When the session ends at the latest. */
  expiresAt: Date;
}

/** Makes a link that opens the operator's page once, within 15 minutes. @param owner a connection as the database's owner */
export async function makeOperatorLink(
  owner: Database,
  { madeBy }: { madeBy: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSessionToken();
  const made = await make.first(owner, { id: newId(), madeBy, link: hashSessionToken(token) });
  if (!made) throw new Error('The link was not made.');
  return { token, expiresAt: made.expiresAt };
}

/** Ends every session and withdraws every link. @param owner a connection as the database's owner */
export const endAllOperators = async (owner: Database): Promise<number> =>
  (await endAll.first(owner))?.ended ?? 0;

/** The session's token, for the first who opens the link in time; undefined for everybody else. */
export async function openOperatorLink(
  db: Database,
  { link, address }: { link: string; address: string },
): Promise<string | undefined> {
  const token = newSessionToken();
  const hashes = { link: hashSessionToken(link), token: hashSessionToken(token) };
  return (await open.first(db, { ...hashes, address }))?.opened ? token : undefined;
}

/** The operator whose live session has this token. `active` false: what a page asks by itself, which keeps no session awake. */
export async function operatorOf(
  db: Database,
  token: string | undefined,
  { active }: { active: boolean },
): Promise<Operator | undefined> {
  if (!token) return undefined;
  const hash = hashSessionToken(token);
  const found = await sessionOf.first(db, { token: hash, active });
  return found && { madeBy: found.madeBy, token: hash, expiresAt: found.expiresAt };
}

/** What an operator may do on the page, as the list of what was done names it. */
export type Deed = 'administrator reset';

/** Notes what the operator did, in the transaction in which it is done. @throws if the session has ended meanwhile */
export async function noteOperator(
  runs: Runs,
  done: { operator: Operator; action: Deed; target: string; address: string | undefined },
): Promise<void> {
  const { operator, action, target, address = null } = done;
  await note.first(runs, { token: operator.token, action, target, address });
}

/** Signs the operator out: from now on no copy of the cookie works. */
export async function endOperator(
  db: Database,
  { operator, address = null }: { operator: Operator; address?: string | null | undefined },
): Promise<void> {
  await end.first(db, { token: operator.token, address });
}
