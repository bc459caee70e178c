import { and, desc, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { columnsOf } from '../../db/columns-of.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { personName } from '../../db/person-name.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { apiClient } from '../../db/schema/client.ts';
import { combination } from '../../db/schema/combination.ts';
import { address } from '../../db/schema/household.ts';
import { identity } from '../../db/schema/person.ts';
import { syncRun } from '../../db/schema/sync.ts';
import { formatStreetLine } from '../address/format.ts';
import type { Context } from '../context.ts';
import { localTime } from '../export/local-time.ts';
import { lastFirst } from '../text/last-first.ts';
import type { Part, RefKind } from './sentence.ts';

/** An id in an event, and what it is the id of. */
export interface Ref {
  kind: RefKind;
  id: string;
}

type Ids = Params<{ ids: readonly string[] }>;

const people = defineQuery('names of people in the audit log', (orm, p: Ids) =>
  orm
    .select({ id: identity.personId, name: personName })
    .from(identity)
    .where(and(inDistrict(identity), isOneOf(identity.personId, p.ids), identity.current)),
);
const combined = defineQuery('names of people who were combined', (orm, p: Ids) =>
  orm
    .select({ id: combination.otherId, name: combination.otherName })
    .from(combination)
    .where(and(inDistrict(combination), isOneOf(combination.otherId, p.ids)))
    .orderBy(desc(combination.combinedAt)),
);
const runs = defineQuery('runs in the audit log', (orm, p: Ids) =>
  orm
    .select({ id: syncRun.id, startedAt: syncRun.startedAt })
    .from(syncRun)
    .where(and(inDistrict(syncRun), isOneOf(syncRun.id, p.ids))),
);
const users = defineQuery('users in the audit log by username', (orm, p: Ids) =>
  orm
    .select({ id: appUser.username, name: appUser.name })
    .from(appUser)
    .where(and(inDistrict(appUser), isOneOf(appUser.username, p.ids))),
);
const usersById = defineQuery('users in the audit log by id', (orm, p: Ids) =>
  orm
    .select({ id: sql<string>`${appUser.id}`, name: appUser.name })
    .from(appUser)
    .where(and(inDistrict(appUser), isOneOf(appUser.id, p.ids))),
);
const clients = defineQuery('API clients in the audit log', (orm, p: Ids) =>
  orm
    .select({ id: apiClient.clientId, name: apiClient.name })
    .from(apiClient)
    .where(and(inDistrict(apiClient), isOneOf(apiClient.clientId, p.ids))),
);
const addresses = defineQuery('addresses in the audit log', (orm, p: Ids) =>
  orm
    .select(columnsOf(address))
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.id, p.ids))),
);

type Look = (
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
) => Promise<readonly (Part & { id: string })[]>;

/** How each kind is looked up: one or two reads for a whole page of events. */
const LOOK: Record<RefKind, Look> = {
  async person(_, tx, ids) {
    const found = await people(tx, { ids });
    const known = new Set(found.map(({ id }) => id));
    const gone = ids.filter((id) => !known.has(id));
    return [
      ...found.map(({ id, name }) => ({ id, text: name, href: `/staff/${id}` })),
      ...(gone.length > 0 ? await combined(tx, { ids: gone }) : []).map(({ id, name }) => ({
        id,
        text: name,
      })),
    ];
  },
  run: async (ctx, tx, ids) =>
    (await runs(tx, { ids })).map(({ id, startedAt }) => ({
      id,
      text: `the synchronization of ${localTime(startedAt, ctx.district.timeZone)}`,
      href: `/business-office/synchronization/${id}`,
    })),
  user: async (_, tx, ids) =>
    (await users(tx, { ids })).map(({ id, name }) => ({ id, text: `${lastFirst(name)} (${id})` })),
  userId: async (_, tx, ids) =>
    (await usersById(tx, { ids })).map(({ id, name }) => ({ id, text: lastFirst(name) })),
  client: async (_, tx, ids) => (await clients(tx, { ids })).map(({ id, name }) => ({ id, text: name })),
  address: async (_, tx, ids) =>
    (await addresses(tx, { ids })).map((row) => ({
      id: row.id,
      text: [formatStreetLine(row), [row.city, row.state, row.zip].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', '),
    })),
};

/** Of what Campus no longer has. A username and a Client ID say more than that. */
const GONE: Record<RefKind, string | null> = {
  person: 'a person who is no longer in Campus',
  run: 'a synchronization',
  user: null,
  userId: 'a user who was removed',
  client: null,
  address: 'an address that is no longer in Campus',
};

/** The names of all of these, in a read or two for each kind. An event may name what was removed since. */
export async function resolveNames(
  ctx: Context,
  tx: Transaction,
  refs: readonly Ref[],
): Promise<(ref: Ref) => Part> {
  const names = new Map<string, Part>();
  for (const [kind, own] of Map.groupBy(refs, (ref) => ref.kind)) {
    const ids = [...new Set(own.map(({ id }) => id))].filter((id) => isId(kind, id));
    if (ids.length === 0) continue;
    for (const { id, ...part } of await LOOK[kind](ctx, tx, ids))
      if (!names.has(`${kind} ${id}`)) names.set(`${kind} ${id}`, part);
  }
  return ({ kind, id }) => names.get(`${kind} ${id}`) ?? { text: GONE[kind] ?? id };
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Postgres refuses a text that is no uuid, as an event of an earlier release may have. */
const isId = (kind: RefKind, id: string): boolean => kind === 'user' || kind === 'client' || UUID.test(id);
