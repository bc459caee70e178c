import { hashSessionToken } from '../auth/session-cookie.ts';
import type { Context } from '../context.ts';
import type { Arrival } from './arrival.ts';
import { issuerOf } from './issuer-of.ts';
import { VisitProblem } from './problems.ts';
import { type ProviderRow, readProvider } from './provider-row.ts';
import { readSamlAnswer } from './saml/read-answer.ts';
import { serviceProviderOf } from './saml/service-provider.ts';
import { isWaiting, type KeptAnswer, keepAnswer, type Visit } from './visits.ts';

/**
 * Takes what a SAML provider has the browser post. Browsers send no cookie with a post from another site, so it is checked
 * and kept in the visit's row; the browser then goes on to a page of ours with its cookie, where `answerVisit` takes it.
 * @param token of the visit, from the RelayState
 * @throws VisitProblem if no visit waits for it
 */
export async function takePost(
  ctx: Context,
  { token, answer }: { token: string; answer: string },
): Promise<void> {
  const { db, district, now, publicUrl = '' } = ctx;
  const tokenHash = hashSessionToken(token);
  const row = await db.inDistrict(district.id, async (tx) =>
    (await isWaiting(tx, { tokenHash, now })) ? readProvider(tx) : undefined,
  );
  const connection = row?.settings.connection;
  if (connection?.protocol !== 'saml') throw new VisitProblem('expired');
  const kept = await readSamlAnswer(connection, serviceProviderOf(publicUrl, district), {
    ...{ answer, token, now },
  }).then(asKept, refusalToKeep);
  const count = await db.inDistrict(district.id, (tx) => keepAnswer(tx, { tokenHash, answer: kept, now }));
  if (count === 0) throw new VisitProblem('expired');
}

const asKept = ({ signedInAt, ...arrival }: Arrival): KeptAnswer => ({
  arrival: { ...arrival, signedInAt: signedInAt?.toISOString() ?? null },
});

function refusalToKeep(error: unknown): KeptAnswer {
  if (!(error instanceof VisitProblem)) throw error;
  return { problem: error.problem, reason: error.reason ?? null };
}

/** The kept answer of a visit. @throws VisitProblem if there is none, or it was refused */
export function keptArrival({ settings }: ProviderRow, { answer }: Visit): Arrival {
  if (!answer) throw new VisitProblem('expired');
  if ('problem' in answer) throw new VisitProblem(answer.problem, answer.reason ?? undefined);
  const { signedInAt, ...arrival } = answer.arrival;
  // An admin may have entered another provider since it was checked.
  if (arrival.issuer !== issuerOf(settings.connection)) throw new VisitProblem('expired');
  return { ...arrival, signedInAt: signedInAt === null ? undefined : new Date(signedInAt) };
}
