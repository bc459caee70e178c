import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { maskText } from '../../db/mask/mask-text.ts';
import { rowWriter } from '../../db/rows.ts';
import { requestLog } from '../../db/schema/records.ts';
import type { DailyUse } from '../daily-use.ts';
import { describeError, type Log } from '../log.ts';
import { newId } from '../new-id.ts';
import { CountedCalls } from './counted-calls.ts';
import { isOverQuota, loggedToday } from './logged-today.ts';

const EVERY_MS = 1_000;
/** Entries beyond these are dropped and counted in the server's log. It happens only while the database is away. */
const MAX_WAITING = 50_000;

/** A longer path is none of ours. */
const MAX_PATH_CHARS = 500;

/** A call that has ended. */
export interface NotedCall {
  districtId: DistrictId | undefined;
  clientId: string | undefined;
  /** Whether the credentials were good. */
  proven: boolean;
  occurredAt: Date;
  method: string;
  path: string;
  /** The path with its parameters in braces; undefined if no call has it. */
  route: string | undefined;
  status: number;
  milliseconds: number;
  requestId: string;
}

interface Entry extends Omit<NotedCall, 'districtId' | 'clientId'> {
  id: string;
  clientId: string;
}

const rows = rowWriter(requestLog, [
  ...(['id', 'occurredAt', 'method', 'path', 'status', 'milliseconds', 'clientId', 'requestId'] as const),
]);

/**
 * Every call of a client: method, path, status, milliseconds, client and request id, without bodies and query. Above the
 * district's quota of a day, and without good credentials, calls are counted: one row per minute, client, path and
 * status. Entries are written once a second, so that no call waits for it; a killed process loses those not written yet.
 */
export class RequestLog {
  readonly #db: Database;
  readonly #log: Log;
  #waiting = new Map<DistrictId, Entry[]>();
  #count = 0;
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #today: DailyUse;
  readonly #counted = new Map<DistrictId, CountedCalls>();

  constructor(db: Database, log: Log) {
    this.#db = db;
    this.#log = log;
    this.#today = loggedToday(db);
  }

  /** Skips calls whose client or district is unknown. Never throws. */
  note({ districtId, clientId, path, ...rest }: NotedCall): void {
    if (!districtId || !clientId) return;
    if (this.#count >= MAX_WAITING) {
      this.#dropped += 1;
      return;
    }
    const entries = this.#waiting.get(districtId) ?? [];
    entries.push({ ...rest, id: newId(), path: shortened(path), clientId });
    this.#waiting.set(districtId, entries);
    this.#count += 1;
    this.#timer ??= setTimeout(() => void this.write(), EVERY_MS).unref();
  }

  /** Writes the waiting entries. If that fails, they keep waiting. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    this.#count = 0;
    for (const [districtId, entries] of waiting)
      try {
        const { listed, counted } = await this.#divide(districtId, entries);
        await this.#db.inDistrict(districtId, async (tx) => {
          await rows.insert(tx, listed);
          await this.#countedOf(districtId).write(tx, counted.map(asCounted));
        });
      } catch (error) {
        this.#log.error(describeError(error), 'request log not written');
        this.#waiting.set(districtId, [...entries, ...(this.#waiting.get(districtId) ?? [])]);
        this.#count += entries.length;
        this.#timer ??= setTimeout(() => void this.write(), EVERY_MS).unref();
      }
    if (this.#dropped > 0) this.#log.warn({ dropped: this.#dropped }, 'request log entries dropped');
    this.#dropped = 0;
  }

  /** Those that get a row of their own, up to the quota, and those that are counted. */
  async #divide(districtId: DistrictId, entries: readonly Entry[]) {
    const listed: Entry[] = [];
    const counted: Entry[] = [];
    const use = await this.#today.of(districtId, entries[0]?.occurredAt ?? new Date());
    for (const entry of entries)
      if (!entry.proven || isOverQuota(use)) counted.push(entry);
      else {
        listed.push(entry);
        use.rows += 1;
        use.bytes += entry.path.length;
      }
    return { listed, counted };
  }

  #countedOf(districtId: DistrictId): CountedCalls {
    const own = this.#counted.get(districtId) ?? new CountedCalls();
    this.#counted.set(districtId, own);
    return own;
  }
}

/** Masked before the cut, which could leave half an SSN. */
const shortened = (path: string): string =>
  path.length <= MAX_PATH_CHARS ? path : maskText(path.slice(0, 2 * MAX_PATH_CHARS)).slice(0, MAX_PATH_CHARS);

/** A Client ID without good credentials may be made up. */
const asCounted = ({ route = '/campus', clientId, proven, ...entry }: Entry) => ({
  ...entry,
  path: route,
  clientId: proven ? clientId : null,
});
