import { ensureBrowser } from './test/browser.ts';
import { runStep, type Step } from './test/run-step.ts';

/** Everything a push must pass (npm test), on throw-away databases and free ports. Never touches .data/. */
const STEPS: Step[] = [
  { name: 'lint', tool: '@biomejs/biome/bin/biome', args: ['check', '.'] },
  { name: 'route types', tool: 'next/dist/bin/next', args: ['typegen'] },
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'unit and database', tool: 'vitest/vitest.mjs', args: ['run'], counts: 'vitest' },
  { name: 'browser and API', tool: '@playwright/test/cli.js', args: ['test'], counts: 'playwright' },
];

let passed = 0;
let failed = 0;
const missing = ensureBrowser();
if (missing) {
  console.error(missing);
  failed += 1;
}
for (const step of STEPS) {
  const result = await runStep(step);
  passed += result.passed;
  failed += result.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
