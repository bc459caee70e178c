import { setTimeout as pause } from 'node:timers/promises';
import { requestToken } from '../bin/hr/token.ts';
import { percentile } from './connection.ts';
import { type Credentials, Vendor } from './vendor.ts';

const PATIENCE_MS = 60_000;

interface Figures {
  calls: number;
  failed: number;
  p50: number;
  p99: number;
  max: number;
}

/** Clients that call without a pause while something happens to the product, and count what fails, phase by phase. */
export class Callers {
  phase = 'idle';
  /** Reads the job's status, of whichever web process is called now. */
  vendor: Vendor;
  readonly changed: readonly string[];
  readonly #times = new Map<string, number[]>();
  readonly #failed = new Map<string, string[]>();
  readonly #credentials: Credentials;
  #baseUrl: string;
  #going = true;
  #loops: Promise<void>[] = [];

  /** @param staff whose phone is changed, and who are read */
  constructor(baseUrl: string, credentials: Credentials, staff: readonly string[]) {
    this.#baseUrl = baseUrl;
    this.#credentials = credentials;
    this.changed = staff;
    this.vendor = new Vendor(baseUrl, credentials);
  }

  async begin(): Promise<void> {
    await this.vendor.requestToken();
    this.#loops = [this.#loop('read'), this.#loop('write'), this.#loop('token')];
  }

  /** From now on another web process is called, as by a proxy. */
  async moveTo(baseUrl: string): Promise<void> {
    const vendor = new Vendor(baseUrl, this.#credentials);
    await vendor.requestToken();
    this.#baseUrl = baseUrl;
    this.vendor = vendor;
    // The last call to the other one has its answer.
    await pause(1_000);
  }

  async end(): Promise<Record<string, Figures & { errors?: string[] }>> {
    this.#going = false;
    await Promise.all(this.#loops);
    return Object.fromEntries(
      [...this.#times].map(([phase, times]) => {
        const errors = this.#failed.get(phase) ?? [];
        return [
          phase,
          {
            calls: times.length + errors.length,
            failed: errors.length,
            p50: percentile(times, 0.5),
            p99: percentile(times, 0.99),
            max: percentile(times, 1),
            ...(errors.length > 0 && { errors: [...new Set(errors)].slice(0, 5) }),
          },
        ];
      }),
    );
  }

  async #loop(kind: 'read' | 'write' | 'token'): Promise<void> {
    let bearer = '';
    for (let turn = 0; this.#going; turn += 1) {
      const { phase } = this;
      const started = performance.now();
      try {
        if (kind === 'token' || bearer === '') bearer = await this.#token();
        if (kind !== 'token') await this.#call(kind, bearer, turn);
        this.#note(this.#times, phase, performance.now() - started);
      } catch (error) {
        this.#note(this.#failed, phase, `${kind}: ${(error as Error).message.slice(0, 200)}`);
      }
    }
  }

  #note<T>(map: Map<string, T[]>, phase: string, value: T): void {
    const list = map.get(phase) ?? [];
    map.set(phase, list);
    list.push(value);
  }

  async #token(): Promise<string> {
    const { appName, clientId, clientSecret } = this.#credentials;
    return (await requestToken({ url: this.#baseUrl, appName, clientId }, clientSecret)).accessToken;
  }

  async #call(kind: 'read' | 'write', bearer: string, turn: number): Promise<void> {
    const number = this.changed[turn % this.changed.length] as string;
    const answer = await fetch(
      `${this.#baseUrl}/api/businessOfficeIntegration/staffMembers/${encodeURIComponent(number)}`,
      {
        method: kind === 'read' ? 'GET' : 'PUT',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(kind === 'write' && {
          body: JSON.stringify({ workPhone: `763-555-${String(turn % 10_000).padStart(4, '0')}` }),
        }),
      },
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  }
}
