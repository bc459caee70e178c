import { TooMany } from '../failure.ts';
import { HTTP_TEXTS } from './texts.ts';

export interface TurnLimits {
  ofDistrict: number;
  waitingOfCaller: number;
  patienceMs: number;
}

/**
 * One call of a caller at a time: parallel ones wait without being read, so they cost a socket and nothing else. A bit longer
 * than a dead connection takes to end, so that a call that is sent again gets its turn.
 */
const LIMITS: TurnLimits = { ofDistrict: 2, waitingOfCaller: 8, patienceMs: 40_000 };

interface Waiting {
  caller: string;
  begin: () => void;
}

/**
 * Who may be heard now: one call of each caller, and two of a district, whose share of the connections that copy is half.
 * In this process only, as the rate limit is; two web processes allow twice as many.
 */
export class Turns {
  readonly #limits: TurnLimits;
  /** By district: the callers whose turn it is, and those who wait in the order in which they came. */
  readonly #districts = new Map<string, { busy: Set<string>; waiting: Waiting[] }>();

  constructor(limits: TurnLimits = LIMITS) {
    this.#limits = limits;
  }

  /** @returns ends the turn. @throws TooMany if it does not come */
  async take(district: string, caller: string): Promise<() => void> {
    const { ofDistrict, waitingOfCaller, patienceMs } = this.#limits;
    const line = this.#districts.get(district) ?? { busy: new Set<string>(), waiting: [] };
    this.#districts.set(district, line);
    let ended = false;
    const end = () => {
      if (!ended) this.#end(district, caller);
      ended = true;
    };
    if (!line.busy.has(caller) && line.busy.size < ofDistrict) {
      line.busy.add(caller);
      return end;
    }
    const refusal = line.busy.has(caller)
      ? HTTP_TEXTS.ownTransferArriving()
      : HTTP_TEXTS.othersArriving(ofDistrict);
    if (line.waiting.filter((one) => one.caller === caller).length >= waitingOfCaller)
      throw new TooMany(refusal, RETRY_AFTER_SECONDS);
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const waiting: Waiting = {
      caller,
      begin: () => {
        clearTimeout(timer);
        resolve(end);
      },
    };
    line.waiting.push(waiting);
    const timer = setTimeout(() => {
      line.waiting.splice(line.waiting.indexOf(waiting), 1);
      reject(new TooMany(refusal, RETRY_AFTER_SECONDS));
    }, patienceMs);
    return promise;
  }

  #end(district: string, caller: string): void {
    const line = this.#districts.get(district);
    if (!line?.busy.delete(caller)) return;
    const next = line.waiting.findIndex((one) => !line.busy.has(one.caller));
    const [waiting] = next < 0 ? [] : line.waiting.splice(next, 1);
    if (waiting) {
      line.busy.add(waiting.caller);
      waiting.begin();
    } else if (line.busy.size === 0) this.#districts.delete(district);
  }
}

const RETRY_AFTER_SECONDS = 10;
