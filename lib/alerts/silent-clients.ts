import { and, isNull, lte, type Placeholder, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import type { AlertSettings } from './schema.ts';
import { readAlertSettings } from './settings.ts';

const DAY_MS = 86_400_000;

/** A client that has stopped calling. */
export interface SilentClient {
  id: string;
  name: string;
  lastUsedAt: Date;
  /** Whole days since. */
  days: number;
}

interface Silence {
  now: Date;
  /** The last call that is long enough ago. */
  before: Date;
}

/** Of a client that may call, and has: one that never called is still being set up. */
const isSilent = (p: Params<Silence>) =>
  and(
    inDistrict(apiClient),
    isNull(apiClient.disabledAt),
    sql`(${apiClient.expiresAt} is null or ${apiClient.expiresAt} > ${moment(p.now)})`,
    lte(apiClient.lastUsedAt, p.before),
  );
const moment = (at: Placeholder<string, Date>) => asStored(at, apiClient.expiresAt);

const COLUMNS = {
  id: apiClient.id,
  name: apiClient.name,
  lastUsedAt: sql<Date>`${apiClient.lastUsedAt}`.mapWith(apiClient.lastUsedAt),
};

const silent = defineQuery('clients that have stopped calling', (orm, p: Params<Silence>) =>
  orm.select(COLUMNS).from(apiClient).where(isSilent(p)).orderBy(apiClient.name, apiClient.id),
);
/** A call after the notice ends its silence; the next one has a notice of its own. */
const claim = defineQuery('silences nobody was notified of', (orm, p: Params<Silence>) =>
  orm
    .update(apiClient)
    .set({ silenceNotifiedAt: moment(p.now) })
    .where(
      and(
        isSilent(p),
        sql`(${apiClient.silenceNotifiedAt} is null or ${apiClient.silenceNotifiedAt} < ${apiClient.lastUsedAt})`,
      ),
    )
    .returning(COLUMNS),
);

/** The clients that have called before, and not for the district's number of days. */
export const silentClients = async (tx: Transaction, now: Date): Promise<SilentClient[]> =>
  counted(await silent(tx, silence(await readAlertSettings(tx), now)), now);

/** Those of them that nobody was notified of since they fell silent. The caller notifies, in this transaction. */
export const claimSilentClients = async (
  tx: Transaction,
  settings: AlertSettings,
  now: Date,
): Promise<SilentClient[]> =>
  counted(await claim(tx, silence(settings, now)), now).toSorted((a, b) => a.name.localeCompare(b.name));

const silence = ({ silentDays }: AlertSettings, now: Date): Silence => ({
  now,
  before: new Date(now.getTime() - silentDays * DAY_MS),
});

const counted = (rows: Omit<SilentClient, 'days'>[], now: Date): SilentClient[] =>
  rows.map((row) => ({ ...row, days: Math.floor((now.getTime() - row.lastUsedAt.getTime()) / DAY_MS) }));
