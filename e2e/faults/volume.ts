import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from './own-product.ts';

/** Twenty repetitions write some hundred MB. */
const VOLUME = '1g';

/** A volume that can be filled. */
export class Volume {
  readonly folder = mkdtempSync(join(tmpdir(), 'campus-boi-volume-'));
  readonly #ballast = join(this.folder, 'ballast');

  constructor() {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${VOLUME}`, 'tmpfs', this.folder]);
  }

  /** To the last byte. */
  fill(): void {
    const file = openSync(this.#ballast, 'a');
    const zeros = Buffer.alloc(64 * 1024);
    try {
      for (;;) if (writeSync(file, zeros) < zeros.length) return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  free = (): void => rmSync(this.#ballast, { force: true });

  remove(): void {
    execFileSync('umount', [this.folder]);
    rmdirSync(this.folder);
  }
}

export const test = base.extend<object, { volume: Volume }>({
  volume: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
    async ({}, use) => {
      const volume = new Volume();
      await use(volume);
      volume.remove();
    },
    { scope: 'worker' },
  ],
});
