import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { compileCache } from '../../bin/node-options.mjs';
import { FACTS_VARIABLE } from '../facts.ts';

const CHECKOUT = join(import.meta.dirname, '../..');
const LOGS = join(CHECKOUT, 'test-results/logs');

/** One process of the product, as `up` would start it. */
export interface Process {
  readonly child: ChildProcess;
  readonly running: boolean;
  /** In order; resolves when it is gone. */
  stop(): Promise<void>;
  /** `kill -9`; of a frozen one, too. */
  kill(): Promise<void>;
  /** Keeps it from doing anything, until `wake`. */
  freeze(): void;
  wake(): void;
}

/**
 * Starts web or worker. The channel ends with the test run, however it ends, and the process with the channel.
 * What it prints goes to test-results/logs.
 */
export function startProcess(
  name: 'web' | 'worker',
  environment: Record<string, string>,
  nodeOptions: string[] = [],
): Process {
  mkdirSync(LOGS, { recursive: true });
  const log = openSync(join(LOGS, `${name}-${environment.PORT}.log`), 'a');
  const { [FACTS_VARIABLE]: _facts, ...inherited } = process.env;
  const child = fork(join(CHECKOUT, 'bin/campus.ts'), [name], {
    stdio: ['ignore', log, log, 'ipc'],
    // The test runner's own loaders are not the product's.
    execArgv: nodeOptions,
    env: { ...inherited, ...compileCache, ...environment, NODE_OPTIONS: '', NODE_ENV: 'production' },
  });
  closeSync(log);
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    child,
    get running() {
      return child.exitCode === null && child.signalCode === null;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
  };
}
