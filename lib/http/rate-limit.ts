import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyCalls } from './refusals.ts';

const WINDOW_SECONDS = 60;
const limiters = new Map<number, RateLimiterMemory>();

/**
 * Counts one call of a client against its district's limit per minute, in this process only. Two web processes together
 * allow twice as many calls; in return no call has to write.
 *
 * @returns the headers of every answer to the client (draft-ietf-httpapi-ratelimit-headers), and the refusal if the
 *   limit is exceeded
 */
export async function countCall(
  client: string,
  perMinute: number,
): Promise<{ headers: Record<string, string>; refusal?: TooManyCalls }> {
  const taken = await take(client, perMinute);
  const seconds = Math.max(1, Math.ceil(taken.msBeforeNext / 1000));
  const headers = {
    'RateLimit-Policy': `"client";q=${perMinute};w=${WINDOW_SECONDS}`,
    RateLimit: `"client";r=${taken.remainingPoints};t=${seconds}`,
  };
  return taken.refused ? { headers, refusal: new TooManyCalls(perMinute, seconds) } : { headers };
}

async function take(client: string, perMinute: number) {
  const limiter =
    limiters.get(perMinute) ?? new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS });
  limiters.set(perMinute, limiter);
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(client);
    return { remainingPoints, msBeforeNext, refused: false };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { remainingPoints: 0, msBeforeNext: refused.msBeforeNext, refused: true };
  }
}
