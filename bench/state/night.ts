import { type Cost, LARGE_SLOTS, type Part, RUN, SMALL_SLOTS, SMALL_STAFF, STEPS } from './costs.ts';
import { districtSizes, spreadOut } from './districts.ts';
import { type Process, Simulation, type Station, station } from './queueing.ts';

export interface Cluster {
  coordinatorCores: number;
  nodes: number;
  nodeCores: number;
  shards: number;
  web: number;
  workers: number;
}

export interface Night {
  /** Seconds from the first start to the last end. */
  seconds: number;
  /** Of a run, from its start to its end. */
  runs: number[];
  /** The share of a part's processors that is used until the last end; of the busiest node. */
  used: Record<Part, number>;
}

const BATCH = 1_000;

/**
 * A night in which every district synchronizes once, starting at some moment of `windowSeconds`. Each run is transferred by web, then
 * waits for a slot of a worker, twice, and in each step goes batch by batch through web or worker, the coordinator and its node.
 */
export function simulateNight(
  cluster: Cluster,
  load: { districts: number; staff: number; sigma: number; windowSeconds: number; thousand: Cost },
): Night {
  const simulation = new Simulation();
  const web = station(cluster.web);
  const worker = station(cluster.workers);
  const coordinator = station(cluster.coordinatorCores);
  const nodes = Array.from({ length: cluster.nodes }, () => station(cluster.nodeCores));
  const slots = {
    small: station(cluster.workers * SMALL_SLOTS),
    large: station(cluster.workers * LARGE_SLOTS),
  };
  const runs: number[] = [];

  function* step(staff: number, at: Cost, front: Station, part: 'web' | 'worker', node: Station): Process {
    const batches = Math.ceil(staff / BATCH);
    for (let batch = 0; batch < batches; batch += 1) {
      const size = Math.min(BATCH, staff - batch * BATCH) / 1_000;
      const seconds = (name: Part) => at[name] * (load.thousand[name] * size + (batch === 0 ? RUN[name] : 0));
      yield { station: front, seconds: seconds(part) };
      yield { station: coordinator, seconds: seconds('coordinator') };
      yield { station: node, seconds: seconds('node') };
    }
  }

  function* run(staff: number, node: Station, start: number): Process {
    yield* step(staff, STEPS.transfer, web, 'web', node);
    const slot = staff > SMALL_STAFF ? slots.large : slots.small;
    for (const at of [STEPS.validate, STEPS.commit]) {
      yield { station: slot, keep: true };
      yield* step(staff, at, worker, 'worker', node);
      yield { station: slot };
    }
    runs.push(simulation.now - start);
  }

  districtSizes(load.districts, load.staff, load.sigma).forEach((staff, i) => {
    const start = spreadOut(i * 7 + 3) * load.windowSeconds;
    const shard = Math.floor(spreadOut(i * 3 + 1) * cluster.shards);
    simulation.start(start, run(staff, nodes[shard % cluster.nodes] as Station, start));
  });
  simulation.run();
  const used = (part: Station) => part.busySeconds / part.servers / simulation.now;
  return {
    seconds: simulation.now,
    runs: runs.toSorted((a, b) => a - b),
    used: {
      web: used(web),
      worker: used(worker),
      coordinator: used(coordinator),
      node: Math.max(...nodes.map(used)),
    },
  };
}
