/** A part that does one piece of work at a time on each of its servers, first come, first served. */
export interface Station {
  servers: number;
  busySeconds: number;
  free: number;
  waiting: Process[];
  /** Of `waiting`, how many have been served: taking the first of a long list off is slow. */
  served: number;
}

/** What a process asks for: some seconds of a station, or a server of it to keep, or to give back. */
type Request = { station: Station; seconds?: number; keep?: boolean };
export type Process = Generator<Request, void, void>;

export const station = (servers: number): Station => ({
  servers,
  busySeconds: 0,
  free: servers,
  waiting: [],
  served: 0,
});

interface Event {
  at: number;
  process: Process;
  /** The station that the process has just used. */
  leaves?: Station;
}

/** Runs processes to their ends. The same processes always give the same times: nothing is random. */
export class Simulation {
  now = 0;
  readonly #events: Event[] = [];
  /** Of a process that waits for seconds of work. */
  readonly #asked = new Map<Process, Request>();

  start(at: number, process: Process): void {
    this.#push({ at, process });
  }

  run(): void {
    for (let event = this.#pop(); event; event = this.#pop()) {
      this.now = event.at;
      if (event.leaves) this.#giveBack(event.leaves);
      this.#step(event.process);
    }
  }

  #step(process: Process): void {
    const { done, value } = process.next();
    if (done) return;
    const { station: part, seconds, keep } = value;
    if (seconds === undefined && !keep) {
      this.#giveBack(part);
      this.#push({ at: this.now, process });
      return;
    }
    this.#asked.set(process, value);
    if (part.free > 0) this.#serve(part, process);
    else part.waiting.push(process);
  }

  #serve(part: Station, process: Process): void {
    const { seconds } = this.#asked.get(process) as Request;
    this.#asked.delete(process);
    part.free -= 1;
    part.busySeconds += seconds ?? 0;
    this.#push({ at: this.now + (seconds ?? 0), process, ...(seconds !== undefined && { leaves: part }) });
  }

  #giveBack(part: Station): void {
    part.free += 1;
    const next = part.waiting[part.served];
    if (!next) return;
    part.served += 1;
    this.#serve(part, next);
  }

  /** A heap by time. */
  #push(event: Event): void {
    const heap = this.#events;
    let at = heap.push(event) - 1;
    for (
      let parent = (at - 1) >> 1;
      at > 0 && (heap[parent] as Event).at > event.at;
      parent = (at - 1) >> 1
    ) {
      heap[at] = heap[parent] as Event;
      heap[parent] = event;
      at = parent;
    }
  }

  #pop(): Event | undefined {
    const heap = this.#events;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= heap.length) break;
      const child =
        right < heap.length && (heap[right] as Event).at < (heap[left] as Event).at ? right : left;
      if ((heap[child] as Event).at >= last.at) break;
      heap[at] = heap[child] as Event;
      heap[child] = last;
      at = child;
    }
    return first;
  }
}
