import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** Kept between two starts of `up`: the embedded database, secrets, logs. */
export const dataFolder = join(checkout, '.data');

export function makeDataFolder(): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `${dataFolder} belongs to another account. Run the command as that account, or change the owner of the folder.`,
      {
        cause,
      },
    );
  }
}

/** Undefined if there is no such file. */
export function readData<T>(name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(dataFolder, name), 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${join(dataFolder, name)} can't be read.`, { cause: error });
  }
}

/** Replaces the file as a whole; only its owner can read it. */
export function writeData(name: string, value: unknown): void {
  const path = join(dataFolder, name);
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, path);
}
