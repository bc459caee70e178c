/**
 * A whole state on Citus, computed from measured costs: a night in which every district synchronizes once, and a day of calls.
 *
 *     node bench/state.ts [--districts 10000] [--staff 20000000] [--window 60] [--changed] [--nodes 4] [--node-cores 8]
 *       [--coordinator-cores 8] [--web 4] [--workers 8] [--shards 32] [--max-connections 500] [--disk 100]
 *
 * `--window`: minutes in which the districts start. `--changed`: every district's first commit, instead of a night in which one
 * person in a hundred changed. `--disk`: megabytes a second that a node writes. One JSON line, always the same for the same options.
 */
import { parseArgs } from 'node:util';
import {
  ASKING,
  CONNECTIONS,
  LOG_BYTES,
  READ,
  THOUSAND_CHANGED,
  THOUSAND_UNCHANGED,
  WRITE,
} from './state/costs.ts';
import { type Cluster, simulateNight } from './state/night.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '10000' },
    staff: { type: 'string', default: '20000000' },
    sigma: { type: 'string', default: '1.3' },
    window: { type: 'string', default: '60' },
    changed: { type: 'boolean', default: false },
    nodes: { type: 'string', default: '4' },
    'node-cores': { type: 'string', default: '8' },
    'coordinator-cores': { type: 'string', default: '8' },
    web: { type: 'string', default: '4' },
    workers: { type: 'string', default: '8' },
    shards: { type: 'string', default: '32' },
    'max-connections': { type: 'string', default: '500' },
    disk: { type: 'string', default: '100' },
    reads: { type: 'string', default: '0.2' },
    writes: { type: 'string', default: '0.02' },
  },
});
const number = (name: keyof typeof values) => Number(values[name]);
const cluster: Cluster = {
  coordinatorCores: number('coordinator-cores'),
  nodes: number('nodes'),
  nodeCores: number('node-cores'),
  shards: number('shards'),
  web: number('web'),
  workers: number('workers'),
};
const [districts, staff] = [number('districts'), number('staff')];
const windowSeconds = number('window') * 60;
/** A day's calls come within so many hours. */
const DAY_SECONDS = 8 * 3_600;
/** Pages of the tables are written again after the log. */
const WRITES_PER_LOG = 2;

const load = {
  sigma: number('sigma'),
  windowSeconds,
  thousand: values.changed ? THOUSAND_CHANGED : THOUSAND_UNCHANGED,
};
const night = simulateNight(cluster, { ...load, districts, staff });
const round = (value: number, digits = 3) => Number(value.toFixed(digits));
const percentile = (share: number) => night.runs[Math.floor(share * (night.runs.length - 1))] ?? 0;

const logBytes = values.changed ? LOG_BYTES.changed : LOG_BYTES.unchanged;
const disk = (people: number) =>
  (people * logBytes * WRITES_PER_LOG) / cluster.nodes / (number('disk') * 1_000_000) / windowSeconds;
const reads = (staff * number('reads')) / DAY_SECONDS;
const writes = (staff * number('writes')) / DAY_SECONDS;
const day = {
  web: (reads * READ.web + writes * WRITE.web) / cluster.web,
  coordinator:
    (reads * READ.coordinator + writes * WRITE.coordinator + cluster.workers * ASKING) /
    cluster.coordinatorCores,
  nodes: (reads * READ.node + writes * WRITE.node) / cluster.nodes / cluster.nodeCores,
};
/** What workers take of the coordinator however many districts there are. */
const asking = (cluster.workers * ASKING) / cluster.coordinatorCores;
const busy = (share: number) => (share * night.seconds) / windowSeconds;
/** At how many staff, in as many districts more, each part would be busy for the whole window: in proportion. */
const fullAt = Object.entries({
  'web processes': 1 / busy(night.used.web),
  'worker processes': 1 / busy(night.used.worker),
  coordinator: (1 - asking) / busy(night.used.coordinator),
  'the busiest node': 1 / busy(night.used.node),
  "the nodes' disks": 1 / disk(staff),
})
  .map(([part, times]) => ({ part, staff: Math.round((staff * times) / 1_000_000) * 1_000_000 }))
  .toSorted((a, b) => a.staff - b.staff);

console.log(
  JSON.stringify({
    bench: 'state',
    ...{ districts, staff, changed: values.changed, windowMinutes: number('window'), cluster },
    night: {
      minutes: round(night.seconds / 60, 1),
      runSeconds: {
        p50: round(percentile(0.5), 1),
        p99: round(percentile(0.99), 1),
        max: round(percentile(1), 1),
      },
      used: Object.fromEntries(Object.entries(night.used).map(([part, share]) => [part, round(share)])),
      diskUsed: round(disk(staff)),
    },
    day: {
      readsPerSecond: round(reads, 1),
      writesPerSecond: round(writes, 1),
      used: Object.fromEntries(Object.entries(day).map(([part, share]) => [part, round(share)])),
    },
    connections: {
      needed: (cluster.web + cluster.workers) * CONNECTIONS,
      allowed: number('max-connections'),
    },
    fullAt,
  }),
);
