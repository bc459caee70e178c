import { and, lt } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { requestLog } from '../../db/schema/records.ts';
import { describeError, type Log } from '../log.ts';
import { newId } from '../new-id.ts';

const EVERY_MS = 1_000;
/** Entries beyond these are dropped and counted in the server's log. It happens only while the database is away. */
const MAX_WAITING = 50_000;
const KEEP_MS = 30 * 24 * 3600_000;
const SWEEP_MS = 3600_000;

type Entry = Parameters<typeof rows.insert>[1][number];

/** A call that has ended. */
export interface NotedCall extends Omit<Entry, 'id' | 'clientId'> {
  districtId: DistrictId | undefined;
  clientId: string | undefined;
}

const deleteBefore = defineCommand(
  'delete old entries of the request log',
  (orm, p: Params<{ before: Date }>) =>
    orm.delete(requestLog).where(and(inDistrict(requestLog), lt(requestLog.occurredAt, p.before))),
);
const rows = rowWriter(requestLog, [
  ...(['id', 'occurredAt', 'method', 'path', 'status', 'milliseconds', 'clientId', 'requestId'] as const),
]);

/**
 * Every call of a client: method, path, status, milliseconds, client and request id, without bodies and query. Entries
 * are written once a second, so that no call waits for it; a killed process loses those not written yet.
 */
export class RequestLog {
  readonly #db: Database;
  readonly #log: Log;
  #waiting = new Map<DistrictId, Entry[]>();
  #count = 0;
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #swept = new Map<string, number>();

  constructor(db: Database, log: Log) {
    this.#db = db;
    this.#log = log;
  }

  /** Skips calls whose client or district is unknown. Never throws. */
  note({ districtId, clientId, path, ...rest }: NotedCall): void {
    if (!districtId || !clientId) return;
    if (this.#count >= MAX_WAITING) {
      this.#dropped += 1;
      return;
    }
    const entries = this.#waiting.get(districtId) ?? [];
    entries.push({ ...rest, id: newId(), path, clientId });
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
        await this.#db.inDistrict(districtId, async (tx) => {
          await rows.insert(tx, entries);
          if (this.#isToSweep(districtId)) await deleteBefore(tx, { before: new Date(Date.now() - KEEP_MS) });
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

  #isToSweep(districtId: DistrictId): boolean {
    const now = Date.now();
    if (now - (this.#swept.get(districtId) ?? 0) < SWEEP_MS) return false;
    this.#swept.set(districtId, now);
    return true;
  }
}
