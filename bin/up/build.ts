import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';
import { writeNotices } from '../notices/write-notices.ts';
import { compressStatic } from './compress-static.ts';
import { copySwaggerUi } from './copy-swagger-ui.ts';

/** The sources of a build. */
const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'instrumentation-client.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/**
 * Builds the pages into `folder`, unless the sources are those of the last build there.
 *
 * @param logFile gets the output of `next build`; an error contains its end
 * @param signal stops a running build
 */
export async function buildPages(folder: string, logFile: string, signal?: AbortSignal): Promise<void> {
  copySwaggerUi();
  writeNotices();
  const mark = join(checkout, folder, 'built-from');
  const now = hashSources();
  if (statSync(mark, { throwIfNoEntry: false }) && readFileSync(mark, 'utf8') === now) return;
  console.log('Building the pages …');
  rmSync(mark, { force: true });
  await nextBuild(folder, logFile, signal);
  await compressStatic(join(checkout, folder));
  writeFileSync(mark, now);
}

async function nextBuild(folder: string, logFile: string, signal: AbortSignal | undefined): Promise<void> {
  const log = openSync(logFile, 'w', 0o600);
  const build = spawn(process.execPath, [join(checkout, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: checkout,
    stdio: ['ignore', log, log],
    ...(signal && { signal }),
    env: { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: folder, NEXT_TELEMETRY_DISABLED: '1' },
  });
  closeSync(log);
  const code = await new Promise((resolve, reject) => build.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`\`next build\` failed:\n${readFileSync(logFile, 'utf8').slice(-4000)}`);
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(checkout, path)));
  return hash.digest('hex');
}

/** Relative paths of all files at or under `path` but tests, in a fixed order. */
function filesUnder(path: string): string[] {
  const found = statSync(join(checkout, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(checkout, path))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
