import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { CallLimits } from './call-limits.ts';

const NOON = new Date('2026-11-24T18:00:00Z');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

async function clientOf(perMinute: number) {
  const { db, district } = await testDistrict();
  const client = { districtId: district.id, clientId: 'payroll', perMinute };
  const processes = [new CallLimits(db), new CallLimits(db)] as const;
  return { db, client, processes };
}
type Of = Awaited<ReturnType<typeof clientOf>>;

/** How many of so many calls are answered, made in turn by the processes. */
async function answered({ client, processes }: Of, calls: number, at: Date): Promise<number> {
  let answered = 0;
  for (let call = 0; call < calls; call += 1) {
    const { refusal } = await (processes[call % 2] as CallLimits).count(client, at);
    if (!refusal) answered += 1;
  }
  return answered;
}

test('two processes together allow what one allows, and again in the next minute', async () => {
  const of = await clientOf(100);
  expect(await answered(of, 150, NOON)).toBe(100);
  expect(await answered(of, 20, after(59))).toBe(0);
  expect(await answered(of, 150, after(60))).toBe(100);
});

test('calls at once are counted as calls one after the other', async () => {
  const { client, processes } = await clientOf(40);
  const given = await Promise.all(
    Array.from({ length: 90 }, (_, i) => processes[i % 2]?.count(client, NOON)),
  );
  expect(given.filter((one) => one && !one.refusal)).toHaveLength(40);
});

test('a process that is alone has all of the limit, and counts it down', async () => {
  const { client, processes } = await clientOf(50);
  const left: number[] = [];
  for (let call = 0; call < 50; call += 1) {
    const { headers } = await processes[0].count(client, NOON);
    left.push(Number(/;r=(\d+);/.exec(headers.RateLimit ?? '')?.[1]));
  }
  expect(left).toEqual(Array.from({ length: 50 }, (_, i) => 49 - i));
  expect((await processes[0].count(client, NOON)).refusal).toBeDefined();
});

test('a process that has no call of its client left to reserve says when the minute ends', async () => {
  const of = await clientOf(10);
  await answered(of, 20, NOON);
  const { headers, refusal } = await new CallLimits(of.db)
    .count(of.client, after(20))
    .then(() => of.processes[0].count(of.client, after(20)));
  expect(refusal).toMatchObject({ retryAfterSeconds: 40 });
  expect(headers.RateLimit).toBe('"client";r=0;t=40');
});

test('clients and districts are counted apart; a limit that is smaller by now holds', async () => {
  const of = await clientOf(10);
  await answered(of, 10, NOON);
  const other = { ...of.client, clientId: 'time clock' };
  expect((await of.processes[0].count(other, NOON)).refusal).toBeUndefined();
  const elsewhere = await clientOf(10);
  expect((await of.processes[0].count(elsewhere.client, NOON)).refusal).toBeUndefined();
  const fewer = { ...of.client, perMinute: 3 };
  expect(await answered({ ...of, client: fewer }, 10, after(61))).toBe(3);
});

test('while the database does not answer, nobody is refused for it', async () => {
  const { client } = await clientOf(10);
  const away = { inDistrict: () => Promise.reject(new Error('away')) } as never;
  const limits = new CallLimits(away);
  expect((await limits.count(client, NOON)).refusal).toBeUndefined();
  expect((await limits.count(client, NOON)).refusal).toBeUndefined();
});
