import { requestToken } from '../../bin/hr/token.ts';
import { openDatabase } from '../../db/client.ts';
import type { Access } from '../../db/seed/access.ts';
import { seedSynthetic } from '../../db/seed/synthetic.ts';
import { textRows } from '../../db/sql-text.ts';
import type { DatabaseServer } from '../databases.ts';
import { type Product, startProduct } from '../processes.ts';
import { sessionCookie } from '../session.ts';
import { benchKeys } from '../sync-districts.ts';

const PATIENCE_MS = 60_000;

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
  const victim = await seedSynthetic(ownerUrl, benchKeys, { staff: 20, seed: 2, appName: 'victim' });
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

/** By the owner, whom row level security does not bind. */
async function lookAt(ownerUrl: string): Promise<Pick<Target, 'victimIds' | 'victimNumber'>> {
  const owner = openDatabase(ownerUrl, { max: 1 });
  try {
    await textRows(owner, 'update district set calls_per_minute = 1000000000');
    const tables = await textRows<{ table: string }>(
      owner,
      `select table_name as table from information_schema.columns
        where table_schema = 'public' and column_name in ('district_id', 'id')
        group by table_name having count(*) = 2 order by table_name`,
    );
    const victimIds: Target['victimIds'] = [];
    for (const { table } of tables) {
      const [row] = await textRows<{ id: string }>(
        owner,
        `select t.id::text as id from "${table}" t join district d on d.id = t.district_id and d.app_name = 'victim' limit 1`,
      );
      if (row) victimIds.push({ table, id: row.id });
    }
    const [number] = await textRows<{ number: string }>(
      owner,
      `select staff_number as number from person p join district d on d.id = p.district_id and d.app_name = 'victim'
        where staff_number is not null
          and not exists (select from person o where o.staff_number_key = p.staff_number_key and o.district_id <> p.district_id)
        limit 1`,
    );
    return { victimIds, victimNumber: number?.number ?? 'none' };
  } finally {
    await owner.close();
  }
}
