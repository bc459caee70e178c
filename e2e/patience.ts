/**
 * How long to wait for something before it counts as a hang. `npm run faults` measures how long things take, also on a machine that is busy
 * with other work, and must not give up before it knows.
 */
export const patienceMs = (ms: number): number => (process.env.ALL_FAULTS ? 4 * ms : ms);
