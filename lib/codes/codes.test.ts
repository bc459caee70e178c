import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALL_ERRORS, CSV_ERRORS, SYNC_WARNINGS } from './call.ts';
import { RECORD_ERRORS, RECORD_WARNINGS } from './record.ts';

// That every code given is listed is checked by the compiler: ErrorCode and WarningCode.
test('no code is published that nothing gives', () => {
  const source = globSync('lib/**/*.ts')
    .filter((file) => !/\.test\.|^lib[/\\]codes[/\\]/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const published = { ...RECORD_ERRORS, ...RECORD_WARNINGS, ...CALL_ERRORS, ...CSV_ERRORS, ...SYNC_WARNINGS };
  expect(Object.keys(published).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});
