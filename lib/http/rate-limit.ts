import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyCalls } from './refusals.ts';

const WINDOW_SECONDS = 60;
const limiters = new Map<number, RateLimiterMemory>();

/**
 * Counts one call of a client against its district's calls a minute, within this process: two web processes together
 * let through twice as many, which saves every call a write.
 *
 * @returns what every answer to the client says of it (draft-ietf-httpapi-ratelimit-headers)
 *   and the refusal of a call too many
 */
export async function countCall(
  client: string,
  perMinute: number,
): Promise<{ headers: Record<string, string>; refused?: TooManyCalls }> {
  const taken = await take(client, perMinute);
  const seconds = Math.max(1, Math.ceil(taken.msBeforeNext / 1000));
  const headers = {
    'RateLimit-Policy': `"client";q=${perMinute};w=${WINDOW_SECONDS}`,
    RateLimit: `"client";r=${taken.remainingPoints};t=${seconds}`,
  };
  return taken.refused ? { headers, refused: new TooManyCalls(perMinute, seconds) } : { headers };
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
