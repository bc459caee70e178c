import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { rowWriter } from '../../db/rows.ts';
import { requestLog } from '../../db/schema/records.ts';
import { maskSsns } from '../error-log/mask-text.ts';
import { describeError, type Log } from '../log.ts';
import { newId } from '../new-id.ts';

const EVERY_MS = 1_000;
/** Beyond it entries are dropped, and the server's log says how many: the database is away for long then. */
const MOST_WAITING = 50_000;
const KEPT_MS = 30 * 24 * 3600_000;
const SWEEP_MS = 3600_000;

type Entry = Parameters<typeof rows.insert>[1][number];

/** A call as it ended. */
export interface NotedCall extends Omit<Entry, 'id' | 'clientId'> {
  districtId: DistrictId | undefined;
  clientId: string | undefined;
}

const rows = rowWriter(requestLog, [
  ...(['id', 'occurredAt', 'method', 'path', 'status', 'milliseconds', 'clientId', 'requestId'] as const),
]);

/**
 * Every call of a client: method, path, status, milliseconds, client and request id, no bodies and no query. Written
 * once a second for all, so that no call waits for it; what a killed process had not written yet is lost.
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

  /** Of calls whose client and district are known; never throws. */
  note({ districtId, clientId, path, ...rest }: NotedCall): void {
    if (!districtId || !clientId) return;
    if (this.#count >= MOST_WAITING) {
      this.#dropped += 1;
      return;
    }
    const entries = this.#waiting.get(districtId) ?? [];
    entries.push({ ...rest, id: newId(), path: maskSsns(path), clientId });
    this.#waiting.set(districtId, entries);
    this.#count += 1;
    this.#timer ??= setTimeout(() => void this.write(), EVERY_MS).unref();
  }

  /** Writes what waits; what can't be written now waits on. */
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
          if (this.#isToSweep(districtId))
            await tx.run('delete from request_log where district_id = $1 and occurred_at < $2', [
              districtId,
              new Date(Date.now() - KEPT_MS),
            ]);
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
