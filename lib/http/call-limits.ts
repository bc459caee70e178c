import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { TooManyCalls } from './refusals.ts';
import { reserveCalls } from './reserve-calls.ts';

const WINDOW_SECONDS = 60;
const WINDOW_MS = WINDOW_SECONDS * 1000;
/** A process reserves a twentieth of the limit at a time, so that few calls write. */
const SHARE = 20;
/** Windows in memory above which those that are over are forgotten. */
const MAX_WINDOWS = 10_000;

/** A client, and the calls a minute that its district allows it. */
export interface LimitedClient {
  districtId: DistrictId;
  clientId: string;
  perMinute: number;
}

/** What this process has of a client's minute. */
interface Window {
  endsAt: number;
  /** Reserved calls that were not made yet. */
  left: number;
  /** Calls that nobody has reserved yet. */
  free: number;
  reserving?: Promise<void> | undefined;
}

/**
 * Counts the calls of clients against their limit per minute, over all web processes: each reserves some calls at a time in
 * `call_window`. The first call of a minute waits for nothing, so that one call a minute costs no time. What a process
 * reserved and did not use is lost to the others until the minute ends: at most a twentieth for each.
 */
export class CallLimits {
  readonly #db: Database;
  readonly #windows = new Map<string, Window>();

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * @returns the headers of every answer to the client (draft-ietf-httpapi-ratelimit-headers), and the refusal if the
   *   limit is exceeded
   */
  async count(
    client: LimitedClient,
    now: Date,
  ): Promise<{ headers: Record<string, string>; refusal?: TooManyCalls }> {
    const window = this.#windowOf(client, now);
    while (window.left === 0 && window.free > 0) {
      window.reserving ??= this.#reserve(client, window, now);
      await window.reserving;
    }
    const isRefused = window.left === 0;
    if (!isRefused) window.left -= 1;
    const seconds = Math.max(1, Math.ceil((window.endsAt - now.getTime()) / 1000));
    const headers = {
      'RateLimit-Policy': `"client";q=${client.perMinute};w=${WINDOW_SECONDS}`,
      RateLimit: `"client";r=${window.free + window.left};t=${seconds}`,
    };
    return isRefused ? { headers, refusal: new TooManyCalls(client.perMinute, seconds) } : { headers };
  }

  #windowOf(client: LimitedClient, now: Date): Window {
    const key = `${client.districtId} ${client.clientId}`;
    const known = this.#windows.get(key);
    if (known && known.endsAt > now.getTime()) return known;
    if (this.#windows.size >= MAX_WINDOWS)
      for (const [other, { endsAt }] of this.#windows)
        if (endsAt <= now.getTime()) this.#windows.delete(other);
    const window: Window = { endsAt: now.getTime() + WINDOW_MS, left: 1, free: client.perMinute - 1 };
    this.#windows.set(key, window);
    window.reserving = this.#reserve(client, window, now, 1);
    return window;
  }

  /** @param used calls that are made without having been reserved */
  async #reserve(
    { districtId, clientId, perMinute }: LimitedClient,
    window: Window,
    now: Date,
    used = 0,
  ): Promise<void> {
    const calls = Math.ceil(perMinute / SHARE);
    const ended = new Date(now.getTime() - WINDOW_MS);
    try {
      const { startedAt, reserved } = await this.#db.inDistrict(districtId, (tx) =>
        reserveCalls(tx, { clientId, now, ended, calls }),
      );
      const granted = Math.min(calls, perMinute - (reserved - calls));
      window.endsAt = startedAt.getTime() + WINDOW_MS;
      window.left += Math.max(0, granted - used);
      window.free = Math.max(0, perMinute - reserved);
    } catch {
      // A call that needs the database says so itself.
      window.left += calls;
    } finally {
      window.reserving = undefined;
    }
  }
}
