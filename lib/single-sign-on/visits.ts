import { and, count, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, json } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { providerVisit, type VisitPurpose } from '../../db/schema/single-sign-on.ts';
import type { Arrival } from './arrival.ts';
import type { Problem } from './problems.ts';
import type { TestFound } from './schema.ts';

/** How long somebody may take at the identity provider. */
export const VISIT_MINUTES = 10;
/** A school has one address, and few of its people work with Campus. */
const MAX_VISITS_OF_ADDRESS = 100;

export interface NewVisit {
  id: string;
  purpose: VisitPurpose;
  tokenHash: Buffer;
  browserHash: Buffer;
  userId: string | null;
  returnTo: string;
  address: string;
  startedAt: Date;
  expiresAt: Date;
}

/** Writes the row of a visit that begins. */
export const insertVisit = defineCommand(
  'begin a visit to the identity provider',
  (orm, p: Params<NewVisit>) =>
    orm.insert(providerVisit).values({
      districtId: DISTRICT_ID,
      id: p.id,
      purpose: p.purpose,
      tokenHash: p.tokenHash,
      browserHash: p.browserHash,
      userId: p.userId,
      returnTo: p.returnTo,
      address: p.address,
      startedAt: p.startedAt,
      expiresAt: p.expiresAt,
    }),
);

const ofAddress = defineQuery(
  'visits that began lately from an address',
  (orm, p: Params<{ address: string; since: Date }>) =>
    orm
      .select({ visits: count() })
      .from(providerVisit)
      .where(
        and(
          inDistrict(providerVisit),
          eq(providerVisit.address, p.address),
          gt(providerVisit.startedAt, p.since),
        ),
      ),
);

/** Whether so many visits began from an address in the last minutes that no more may. */
export async function areTooMany(tx: Transaction, asked: { address: string; now: Date }): Promise<boolean> {
  const since = new Date(asked.now.getTime() - VISIT_MINUTES * 60_000);
  const found = await ofAddress.first(tx, { address: asked.address, since });
  return (found?.visits ?? 0) >= MAX_VISITS_OF_ADDRESS;
}

const waitsForPost = (p: Params<{ tokenHash: Buffer; now: Date }>) =>
  and(
    inDistrict(providerVisit),
    eq(providerVisit.tokenHash, p.tokenHash),
    isNull(providerVisit.answer),
    isNull(providerVisit.answeredAt),
    gt(providerVisit.expiresAt, p.now),
  );
const waiting = defineQuery(
  'a visit that waits for its answer',
  (orm, p: Params<{ tokenHash: Buffer; now: Date }>) =>
    orm.select({ id: providerVisit.id }).from(providerVisit).where(waitsForPost(p)),
);

/** Whether a visit waits for the answer that its provider posts. */
export const isWaiting = async (tx: Transaction, asked: { tokenHash: Buffer; now: Date }): Promise<boolean> =>
  (await waiting.first(tx, asked)) !== undefined;

/** What a posted answer proves, or why it is not accepted, until the browser that began takes it. */
export type KeptAnswer =
  | { arrival: Omit<Arrival, 'signedInAt'> & { signedInAt: string | null } }
  | { problem: Problem; reason: string | null };

/** Keeps a posted answer; the first one stays. @returns how many were kept: 0 or 1 */
export const keepAnswer = defineCommand(
  'keep a posted answer',
  (orm, p: Params<{ tokenHash: Buffer; answer: KeptAnswer; now: Date }>) =>
    orm
      .update(providerVisit)
      .set({ answer: asStored(p.answer, providerVisit.answer) })
      .where(waitsForPost(p)),
);

const takeOnce = defineQuery(
  'take the answer of a visit, once',
  (orm, p: Params<{ tokenHash: Buffer; browserHash: Buffer; now: Date }>) =>
    orm
      .update(providerVisit)
      .set({ answeredAt: asStored(p.now, providerVisit.answeredAt) })
      .where(
        and(
          inDistrict(providerVisit),
          eq(providerVisit.tokenHash, p.tokenHash),
          eq(providerVisit.browserHash, p.browserHash),
          isNull(providerVisit.answeredAt),
          gt(providerVisit.expiresAt, p.now),
        ),
      )
      .returning({
        id: providerVisit.id,
        purpose: providerVisit.purpose,
        userId: providerVisit.userId,
        returnTo: providerVisit.returnTo,
        startedAt: providerVisit.startedAt,
        answer: json<KeptAnswer | null>(providerVisit.answer),
      }),
);

export type Visit = NonNullable<Awaited<ReturnType<typeof takeOnce.first>>>;

/** The visit of a state and a browser. It works once and for ten minutes; undefined otherwise. */
export const takeVisit = (
  tx: Transaction,
  asked: { tokenHash: Buffer; browserHash: Buffer; now: Date },
): Promise<Visit | undefined> => takeOnce.first(tx, asked);

const finish = defineCommand(
  'end a visit',
  (
    orm,
    p: Params<{
      id: string;
      userId: string | null;
      problem: Problem | null;
      found: TestFound | null;
      now: Date;
    }>,
  ) =>
    orm
      .update(providerVisit)
      .set({
        userId: asStored(p.userId, providerVisit.userId),
        problem: asStored(p.problem, providerVisit.problem),
        found: asStored(p.found, providerVisit.found),
        // It is about a person, and nobody needs it any more.
        answer: null,
        finishedAt: asStored(p.now, providerVisit.finishedAt),
      })
      .where(and(inDistrict(providerVisit), eq(providerVisit.id, p.id))),
);

/** Writes what a visit led to. */
export async function endVisit(
  tx: Transaction,
  {
    id,
    userId,
    problem = null,
    found = null,
    now,
  }: { id: string; userId: string | null; problem?: Problem | null; found?: TestFound | null; now: Date },
): Promise<void> {
  await finish(tx, { id, userId, problem, found, now });
}

/** What a test by this user brought. */
export const testById = defineQuery(
  'what a test sign-in brought',
  (orm, p: Params<{ id: string; userId: string | null }>) =>
    orm
      .select({ found: json<TestFound>(providerVisit.found) })
      .from(providerVisit)
      .where(
        and(
          inDistrict(providerVisit),
          eq(providerVisit.id, p.id),
          eq(providerVisit.userId, p.userId),
          eq(providerVisit.purpose, 'test'),
          isNotNull(providerVisit.found),
        ),
      ),
);
