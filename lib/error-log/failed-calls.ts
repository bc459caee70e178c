import { createHash } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import {
  FAILED_CALL_ROWS_A_MINUTE,
  FAILED_CALLS_A_MINUTE_OF_ADDRESS,
  FAILED_CALLS_A_MINUTE_OF_DISTRICT,
} from '../limits.ts';
import { describeError, type Log } from '../log.ts';
import { newId } from '../new-id.ts';
import { type CountedRow, callsByAddress, countCalls } from './failed-call-rows.ts';
import { searchTextOf } from './search-text.ts';

const MINUTE_MS = 60_000;
const WRITE_EVERY_MS = 1_000;

/** A call that is counted rather than recorded by itself. */
export type CountedCall = Omit<CountedRow, 'id' | 'calls' | 'repeatKey' | 'searchText'> & {
  districtId: DistrictId;
};

interface Minute {
  begins: number;
  /** By this process's clock. */
  openedAt: number;
  rows: Map<string, CountedRow>;
  /** Calls of this minute by address, as far as this process knows: its own, and the others' at the last write. */
  calls: Map<string | null, number>;
  total: number;
}

/**
 * Counts failed calls of callers without good credentials, and those beyond a district's quota: one row of its error log
 * per cause, address and minute, without payload. The first call writes its row; the others are added once a second, so
 * that a flood writes next to nothing. The rows are what all processes share.
 */
export class FailedCalls {
  readonly #db: Database;
  readonly #log: Log;
  readonly #minutes = new Map<DistrictId, Minute>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Database, log: Log) {
    this.#db = db;
    this.#log = log;
  }

  /**
   * Counts one call.
   * @returns seconds to wait, if the caller's address or the district is above its limit for this minute
   */
  async count(call: CountedCall): Promise<number | undefined> {
    const minute = this.#minuteOf(call.districtId, call.occurredAt);
    const isNew = this.#add(minute, call);
    if (isNew) await this.#writeDistrict(call.districtId, minute);
    else this.#timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
    const address = minute.rows.size > FAILED_CALL_ROWS_A_MINUTE ? null : call.address;
    const ofAddress = Math.max(minute.calls.get(address) ?? 0, minute.calls.get(call.address) ?? 0);
    if (ofAddress <= FAILED_CALLS_A_MINUTE_OF_ADDRESS && minute.total <= FAILED_CALLS_A_MINUTE_OF_DISTRICT)
      return undefined;
    return Math.max(1, Math.ceil((minute.begins + MINUTE_MS - call.occurredAt.getTime()) / 1000));
  }

  /** Writes what was counted since the last time. Afterwards everything that was counted before is in the database. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const [districtId, minute] of this.#minutes) await this.#writeDistrict(districtId, minute);
    const before = Date.now() - 2 * MINUTE_MS;
    for (const [districtId, { openedAt }] of this.#minutes)
      if (openedAt < before) this.#minutes.delete(districtId);
  }

  #minuteOf(districtId: DistrictId, at: Date): Minute {
    const begins = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
    const known = this.#minutes.get(districtId);
    if (known?.begins === begins) return known;
    if (known) void this.#writeDistrict(districtId, known);
    const minute: Minute = { begins, openedAt: Date.now(), rows: new Map(), calls: new Map(), total: 0 };
    this.#minutes.set(districtId, minute);
    return minute;
  }

  /** @returns whether the call begins a row */
  #add(minute: Minute, { districtId: _, ...call }: CountedCall): boolean {
    const own = keyOf(minute.begins, call.cause, call.address);
    const isFull = !minute.rows.has(own) && minute.rows.size >= FAILED_CALL_ROWS_A_MINUTE;
    const { address, cause } = isFull ? OTHERS : call;
    const repeatKey = keyOf(minute.begins, cause, address);
    const row = minute.rows.get(repeatKey);
    if (row) row.calls += 1;
    else {
      const counted = { ...call, ...(isFull && OTHERS) };
      minute.rows.set(repeatKey, {
        ...counted,
        id: newId(),
        calls: 1,
        repeatKey,
        searchText: searchTextOf(counted),
      });
    }
    minute.calls.set(address, (minute.calls.get(address) ?? 0) + 1);
    minute.total += 1;
    return !row;
  }

  async #writeDistrict(districtId: DistrictId, minute: Minute): Promise<void> {
    const rows = [...minute.rows.values()].filter(({ calls }) => calls > 0).map((row) => ({ ...row }));
    if (rows.length === 0) return;
    for (const { repeatKey, calls } of rows) this.#take(minute, repeatKey, calls);
    try {
      const counted = await this.#db.inDistrict(districtId, async (tx) => {
        // At most 21 of them, once a second: FAILED_CALL_ROWS_A_MINUTE.
        for (const row of rows) await countCalls(tx, row);
        return callsByAddress(tx, { since: new Date(minute.begins) });
      });
      const waiting = [...minute.rows.values()].reduce((sum, { calls }) => sum + calls, 0);
      minute.total = counted.reduce((sum, { calls }) => sum + calls, waiting);
      for (const { address, calls } of counted)
        minute.calls.set(address, Math.max(calls, minute.calls.get(address) ?? 0));
    } catch (error) {
      for (const { repeatKey, calls } of rows) this.#take(minute, repeatKey, -calls);
      this.#log.error(describeError(error), 'failed calls not counted');
    }
  }

  #take({ rows }: Minute, repeatKey: string, calls: number): void {
    const row = rows.get(repeatKey);
    if (row) row.calls -= calls;
  }
}

const OTHERS = {
  address: null,
  cause: '401 other causes and addresses',
  message: 'Calls that failed in other ways, or came from other network addresses.',
  clientId: null,
  path: '/campus',
} as const;

const keyOf = (minute: number, cause: string, address: string | null): string =>
  createHash('sha256').update(`${minute}\0${cause}\0${address}`).digest('base64url');
