import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts';

export interface Step {
  name: string;
  /** A JavaScript file below node_modules. */
  tool: string;
  args: string[];
  /** Whose JSON report tells how many tests there were; without one the step is a test itself. */
  counts?: 'vitest' | 'playwright';
}

/** Runs a step with its output as it comes. A step that fails counts as failed, whatever its report says. */
export async function runStep({ name, tool, args, counts }: Step): Promise<Counts> {
  console.log(`\n== ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'campus-boi-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await run(tool, [...args, ...(counts ? reporterArgs(counts, report) : [])], report);
    const found = counts ? readCounts(counts, report) : { passed: code === 0 ? 1 : 0, failed: 0 };
    return code === 0 || found.failed > 0 ? found : { ...found, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reporterArgs = (counts: 'vitest' | 'playwright', report: string): string[] =>
  counts === 'vitest'
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : ['--reporter=list,json'];

function run(tool: string, args: string[], report: string): Promise<number> {
  const child = spawn(process.execPath, [join(checkout, 'node_modules', tool), ...args], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NEXT_TELEMETRY_DISABLED: '1' },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function readCounts(counts: 'vitest' | 'playwright', report: string): Counts {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'));
    return counts === 'vitest' ? vitestCounts(read) : playwrightCounts(read);
  } catch {
    return { passed: 0, failed: 1 };
  }
}
