/**
 * What the parts spend, in seconds of processor time: measured on Citus 13.2 with a coordinator and two nodes, from
 * /proc/PID/stat of web, worker and each server's backends (docs/operators/beyond-one-postgres.md#measured).
 */
export type Part = 'web' | 'worker' | 'coordinator' | 'node';
export type Cost = Record<Part, number>;

/** Of a run by itself, whatever its size: ten runs of 20 staff. */
export const RUN: Cost = { web: 0.08, worker: 0.08, coordinator: 0.17, node: 0.18 };
/** Of a thousand staff more in a night in which one in a hundred changed: nights of 20,000. */
export const THOUSAND_UNCHANGED: Cost = { web: 0.091, worker: 0.046, coordinator: 0.053, node: 0.136 };
/** Of a thousand staff in a first commit that changed half of them and created one in twenty: 20,000, twice. */
export const THOUSAND_CHANGED: Cost = { web: 0.257, worker: 0.326, coordinator: 0.184, node: 0.356 };
/** How the night's seconds are divided among its steps. */
export const STEPS: Record<'transfer' | 'validate' | 'commit', Cost> = {
  transfer: { web: 1, worker: 0, coordinator: 0.31, node: 0.3 },
  validate: { web: 0, worker: 0.84, coordinator: 0.37, node: 0.33 },
  commit: { web: 0, worker: 0.16, coordinator: 0.32, node: 0.37 },
};
/** Of a call that reads, or changes, one staff member: 400 of each. */
export const READ: Cost = { web: 0.006, worker: 0, coordinator: 0.0012, node: 0.0015 };
export const WRITE: Cost = { web: 0.0087, worker: 0, coordinator: 0.0076, node: 0.0055 };
/** The coordinator's processors that one worker process takes by asking for jobs. */
export const ASKING = 0.016;
/** Bytes of write-ahead log that a node writes for a staff member in either. */
export const LOG_BYTES = { unchanged: 5_700, changed: 11_600 };
/** Connections of a process: its pool, and the one for transfers (db/client.ts). */
export const CONNECTIONS = 14;
/** Slots of a worker for jobs of up to 2,000 staff, and for larger ones (lib/worker/take-by-size.ts). */
export const SMALL_SLOTS = 4;
export const LARGE_SLOTS = 2;
export const SMALL_STAFF = 2_000;
