import type { DistrictId } from '../db/district-id.ts';

const DAY_MS = 86_400_000;

/** What a district has taken of something since midnight UTC. */
export interface Use {
  rows: number;
  bytes: number;
}

/** Reads the use of all processes since a moment. */
export type ReadUse = (districtId: DistrictId, since: Date) => Promise<Use | undefined>;

interface Known extends Use {
  day: number;
  readAt: number;
}

/** What each district has taken today: read now and then, and counted on in between by the caller. */
export class DailyUse {
  readonly #read: ReadUse;
  readonly #freshMs: number;
  readonly #uses = new Map<DistrictId, Known>();

  /** @param freshMs how long a figure of all processes is used before it is read again */
  constructor(read: ReadUse, freshMs: number) {
    this.#read = read;
    this.#freshMs = freshMs;
  }

  /** The caller adds to it what it writes. */
  async of(districtId: DistrictId, now: Date): Promise<Use> {
    const day = Math.floor(now.getTime() / DAY_MS);
    const known = this.#uses.get(districtId);
    if (known?.day === day && now.getTime() - known.readAt < this.#freshMs) return known;
    const read = await this.#read(districtId, new Date(day * DAY_MS));
    const use = { day, readAt: now.getTime(), ...(read ?? { rows: 0, bytes: 0 }) };
    this.#uses.set(districtId, use);
    return use;
  }
}

/** Seconds until a day's use begins again at nothing. */
export const secondsUntilMidnightUtc = (now: Date): number =>
  Math.ceil((DAY_MS - (now.getTime() % DAY_MS)) / 1000);
