import { requestToken } from '../../bin/hr/token.ts';
import { openDatabase, type Transaction } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import type { Access } from '../../db/seed/access.ts';
import { seedSynthetic } from '../../db/seed/synthetic.ts';
import { textRows } from '../../db/sql-text.ts';
import type { DatabaseServer } from '../databases.ts';
import { type Product, startProduct } from '../processes.ts';
import { sessionCookie } from '../session.ts';
import { benchKeys } from '../sync-districts.ts';

const PATIENCE_MS = 60_000;
const MIN_TABLES = 10;

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | undefined;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** A fresh product with two districts: the attacker's, with good credentials, and the victim's. */
export interface Target {
  baseUrl: string;
  product: Product;
  attacker: Access;
  victim: Access;
  /** Headers of the attacker's HR system, and of its admin. */
  client: Record<string, string>;
  admin: Record<string, string>;
  /** One id of each table that has rows of the victim's, and a staff number that only the victim has. */
  victimIds: { table: string; id: string }[];
  victimNumber: string;
  /** Sends to a path below the base URL. */
  send(path: string, sent?: Sent): Promise<Answer>;
}

export async function openTarget(server: DatabaseServer): Promise<Target> {
  const ownerUrl = await server.create();
  const attacker = await seedSynthetic(ownerUrl, benchKeys, { staff: 20, seed: 1, appName: 'attacker' });
  const victim = await seedSynthetic(ownerUrl, benchKeys, { staff: 40, seed: 2, appName: 'victim' });
  const { victimIds, victimNumber } = await lookAt(ownerUrl);
  const product = await startProduct(ownerUrl);
  const { baseUrl } = product;
  const { accessToken } = await requestToken({ url: baseUrl, ...attacker }, attacker.clientSecret);
  const json = { 'content-type': 'application/json' };
  return {
    ...{ baseUrl, product, attacker, victim, victimIds, victimNumber },
    client: { ...json, authorization: `Bearer ${accessToken}` },
    admin: {
      ...json,
      cookie: await sessionCookie(baseUrl, attacker),
      origin: new URL(baseUrl).origin,
    },
    async send(path, { method = 'GET', headers = {}, body } = {}) {
      const answer = await fetch(baseUrl + path, {
        method,
        headers,
        redirect: 'manual',
        body: body as BodyInit | undefined,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}

/** Row level security binds the owner, too: it looks into one district after the other. */
async function lookAt(ownerUrl: string): Promise<Pick<Target, 'victimIds' | 'victimNumber'>> {
  const owner = openDatabase(ownerUrl, { max: 1 });
  try {
    await textRows(owner, 'update district set calls_per_minute = 1000000000');
    const districts = await textRows<{ id: DistrictId; app: string }>(
      owner,
      'select id, app_name as app from district',
    );
    const idOf = (app: string) => districts.find((one) => one.app === app)?.id as DistrictId;
    const attackers = await owner.inDistrict(idOf('attacker'), numbersIn);
    const victims = await owner.inDistrict(idOf('victim'), numbersIn);
    const victimNumber = victims.find((number) => !attackers.includes(number));
    // Synthetic districts have ids in common, which are different rows.
    const attackerIds = await owner.inDistrict(idOf('attacker'), idsIn);
    const allIds = await owner.inDistrict(idOf('victim'), idsIn);
    const victimIds = [...allIds].flatMap(([table, ids]) => {
      const id = ids.find((one) => !attackerIds.get(table)?.includes(one));
      return id ? [{ table, id }] : [];
    });
    if (victimNumber === undefined || victimIds.length < MIN_TABLES)
      throw new Error('The victim has too little to attack.');
    return { victimIds, victimNumber };
  } finally {
    await owner.close();
  }
}

const numbersIn = async (tx: Transaction): Promise<string[]> => {
  const rows = await textRows<{ number: string }>(
    tx,
    'select staff_number as number from person where district_id = $1 and staff_number is not null',
    [tx.districtId],
  );
  return rows.map(({ number }) => number);
};

async function idsIn(tx: Transaction): Promise<Map<string, string[]>> {
  const tables = await textRows<{ table: string }>(
    tx,
    `select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name in ('district_id', 'id')
      group by table_name having count(*) = 2 order by table_name`,
  );
  const found = new Map<string, string[]>();
  for (const { table } of tables) {
    const rows = await textRows<{ id: string }>(
      tx,
      `select id::text as id from "${table}" where district_id = $1`,
      [tx.districtId],
    );
    found.set(
      table,
      rows.map(({ id }) => id),
    );
  }
  return found;
}
