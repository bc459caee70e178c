import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts';

export interface Step {
  name: string;
  /** A file that Node runs, relative to the checkout. */
  script: string;
  args: string[];
  /** Whose JSON report tells how many tests there were; without one the step is a test itself. */
  counts?: 'vitest' | 'playwright';
}

/**
 * Runs a step. A step that fails counts as failed, whatever its report says.
 *
 * @param output `at the end`: for a step that runs at the same time as another one, so that their lines don't mix
 */
export async function runStep(
  { name, script, args, counts }: Step,
  output: 'at once' | 'at the end',
): Promise<Counts> {
  if (output === 'at once') console.log(`\n== ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'campus-boi-report-'));
  const report = join(folder, 'report.json');
  try {
    const all = [script, ...args, ...(counts ? reporterArgs(counts, report) : [])];
    const { code, printed } = await run(all, report, output);
    if (output === 'at the end') process.stdout.write(`\n== ${name}\n${printed}`);
    const found = counts
      ? readCounts(counts, report)
      : { passed: code === 0 ? 1 : 0, failed: 0, failures: [] };
    return code === 0 || found.failed > 0
      ? found
      : { ...found, failed: 1, failures: [`${name}: ended with code ${code}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reporterArgs = (counts: 'vitest' | 'playwright', report: string): string[] =>
  counts === 'vitest'
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : ['--reporter=list,json'];

function run(
  [script = '', ...args]: string[],
  report: string,
  output: 'at once' | 'at the end',
): Promise<{ code: number; printed: string }> {
  const stdio = output === 'at once' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [join(checkout, script), ...args], {
    cwd: checkout,
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NEXT_TELEMETRY_DISABLED: '1' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

function readCounts(counts: 'vitest' | 'playwright', report: string): Counts {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'));
    return counts === 'vitest' ? vitestCounts(read) : playwrightCounts(read);
  } catch {
    return { passed: 0, failed: 1, failures: [`${counts} left no report that can be read`] };
  }
}
