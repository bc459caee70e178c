import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../../db/client.ts';
import { databaseFigures } from './database-figures.ts';

/** A scrape must not wait for a database that is away. */
const MAX_WAIT_MS = 3_000;

/** What a request was for: few values, whatever path is asked for. */
export const AREAS = ['api', 'admin', 'sign-in', 'oauth2', 'health', 'static', 'page'] as const;
export type Area = (typeof AREAS)[number];

/** The metrics of a process. Every label has few values, so that no caller can make the list grow. */
export class CampusMetrics {
  readonly registry = new Registry();
  readonly #gauges: Record<string, Gauge> = {};
  readonly #requests: Counter;
  readonly #seconds: Histogram;
  readonly #db: () => Database | undefined;

  /** @param db undefined while the process has none yet */
  constructor(process: 'web' | 'worker', db: () => Database | undefined) {
    this.#db = db;
    this.registry.setDefaultLabels({ process });
    const { registry } = this;
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    this.#requests = new Counter({
      name: 'campus_http_requests_total',
      help: 'Answered requests by area and status class; cut: the connection ended before the answer.',
      labelNames: ['area', 'status'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'campus_http_request_seconds',
      help: 'Time to answer a request.',
      labelNames: ['area'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120, 600],
      registers,
    });
    for (const [name, [help, ...labelNames]] of Object.entries(GAUGES))
      this.#gauges[name] = new Gauge({ name, help, labelNames, registers });
  }

  countRequest(area: Area, status: string, seconds: number): void {
    this.#requests.inc({ area, status });
    this.#seconds.observe({ area }, seconds);
  }

  /** In Prometheus' text format. Figures of a database that does not answer are left out, and `campus_database_up` is 0. */
  async text(): Promise<string> {
    for (const gauge of Object.values(this.#gauges)) gauge.reset();
    const db = this.#db();
    if (db) {
      this.#setPool('main', db.pool);
      this.#setPool('staging', db.stagingPool);
    }
    const figures = db && (await inTime(databaseFigures(db)));
    this.#set('campus_database_up', {}, figures ? 1 : 0);
    if (figures) this.#setFigures(figures);
    return this.registry.metrics();
  }

  #setFigures({ jobs, lastCompleted, workers, sessions, tables, clockOffset }: Figures): void {
    this.#set('campus_workers', {}, workers);
    this.#set('campus_clock_offset_seconds', {}, clockOffset);
    for (const { queue, state, number, oldestSeconds, silentSeconds } of jobs) {
      this.#set('campus_jobs', { queue, state }, number);
      this.#set('campus_job_oldest_seconds', { queue, state }, oldestSeconds);
      if (state === 'active' && silentSeconds !== null)
        this.#set('campus_job_silent_seconds', { queue }, silentSeconds);
    }
    for (const { queue, at } of lastCompleted)
      this.#set('campus_job_last_completed_timestamp_seconds', { queue }, at);
    for (const { state, number, oldestSeconds } of sessions) {
      this.#set('campus_database_sessions', { state }, number);
      this.#set('campus_database_session_oldest_seconds', { state }, oldestSeconds);
    }
    for (const { table, bytes, rows, deadRows } of tables) {
      this.#set('campus_table_bytes', { table }, bytes);
      this.#set('campus_table_rows', { table }, rows);
      this.#set('campus_table_dead_rows', { table }, deadRows);
    }
  }

  #setPool(pool: string, { totalCount, idleCount, waitingCount }: Database['pool']): void {
    this.#set('campus_pool_connections', { pool, state: 'busy' }, totalCount - idleCount);
    this.#set('campus_pool_connections', { pool, state: 'idle' }, idleCount);
    this.#set('campus_pool_connections', { pool, state: 'waited for' }, waitingCount);
  }

  #set(name: keyof typeof GAUGES, labels: Record<string, string>, value: number): void {
    this.#gauges[name]?.set(labels, value);
  }
}

type Figures = Awaited<ReturnType<typeof databaseFigures>>;

/** Read at each scrape: help, then labels. */
export const GAUGES = {
  campus_database_up: ['1 if the database answers.'],
  campus_workers: ['Workers with a heartbeat in the last 15 seconds.'],
  campus_clock_offset_seconds: ["This machine's clock against the database's."],
  campus_jobs: ['Jobs that are due and not completed.', 'queue', 'state'],
  campus_job_oldest_seconds: ['Age of the oldest of them, since it was due.', 'queue', 'state'],
  campus_job_silent_seconds: ['Longest time since the worker of a running job answered.', 'queue'],
  campus_job_last_completed_timestamp_seconds: ['When a job of the queue last completed.', 'queue'],
  campus_database_sessions: ["Sessions of the app's role, of all processes.", 'state'],
  campus_database_session_oldest_seconds: ['How long the oldest of them is in this state.', 'state'],
  campus_pool_connections: ['Connections of this process, and calls that wait for one.', 'pool', 'state'],
  campus_table_bytes: ['Size of a table with its indexes.', 'table'],
  campus_table_rows: ['Rows of a table, estimated.', 'table'],
  campus_table_dead_rows: ['Dead rows of a table, estimated.', 'table'],
} satisfies Record<string, [help: string, ...labels: string[]]>;

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, MAX_WAIT_MS);
  return Promise.race([work.catch(() => undefined), promise]).finally(() => clearTimeout(timer));
}
