import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../bin/data-folder.ts';
import { appUrlOn } from './databases.ts';
import { secrets } from './processes.ts';

/** A commit of this repository as a folder that runs, with the packages of this checkout. */
export class Release {
  readonly folder: string;

  /** @param commit a hash, a tag or a branch */
  constructor(commit: string) {
    // Within the checkout, because the build follows no link out of the folder that has the lock file.
    this.folder = join(checkout, 'test-results', `release-${commit}`);
    const modules = join(this.folder, 'node_modules');
    // The link is made last: a folder that was kept is whole, and its build too.
    if (existsSync(modules)) return;
    mkdirSync(this.folder, { recursive: true });
    const files = execFileSync('git', ['archive', commit], { cwd: checkout, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-C', this.folder], { input: files });
    symlinkSync(relative(this.folder, join(checkout, 'node_modules')), modules);
  }

  /** Builds its pages, once: `next build` changes a source, so that the release itself would build again. */
  async build(ownerUrl: string): Promise<void> {
    if (!existsSync(join(this.folder, '.next', 'built-from'))) await this.campus(ownerUrl, 'build');
  }

  /** Runs `campus …` of the release and gives what it printed. */
  campus(ownerUrl: string, ...args: string[]): Promise<string> {
    return campus(this.folder, ownerUrl, ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs `campus …` of the release in a folder, as the database's owner, and gives what it printed. @throws with its errors */
export async function campus(folder: string, ownerUrl: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    ...secrets,
    OWNER_DATABASE_URL: ownerUrl,
    DATABASE_URL: appUrlOn(ownerUrl),
    PUBLIC_URL: 'http://localhost:3000',
  };
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/campus.ts', ...args], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}
