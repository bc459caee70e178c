import { Agent, request } from 'node:http';

/** Kept-alive connections to one product, as light as Node has them: what is measured is the other side. */
export class Connection {
  readonly #agent: Agent;

  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Milliseconds until the answer's last byte. @throws if it is not a 2xx or 3xx */
  send(url: string, given: Call = {}): Promise<number> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = given;
      const sent = request(url, { method, headers, agent: this.#agent }, (answer) => {
        const failed = (answer.statusCode ?? 500) >= 400;
        let text = '';
        answer.on('data', (chunk) => {
          if (failed) text += chunk;
        });
        answer.on('error', reject);
        answer.on('end', () =>
          failed
            ? reject(new Error(`${method} ${url} answered ${answer.statusCode}: ${text.slice(0, 500)}`))
            : resolve(performance.now() - started),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close = (): void => this.#agent.destroy();
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return Number((sorted[Math.max(0, at)] ?? Number.NaN).toFixed(2));
}
