import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALL_ERRORS, CSV_ERRORS, SYNC_WARNINGS } from '../staff/call-codes.ts';
import { RECORD_ERRORS, RECORD_WARNINGS } from './codes.ts';

test('every code that an answer to a vendor gives is listed, and none is listed for nothing', () => {
  const files = globSync(
    'lib/{paging.ts,{staff,record,change,likeness,wire,address,addresses,people,http,sync}/**/*.ts}',
  ).filter(
    // What is edited in Campus is no record of HR's, and of an undo HR is told nothing.
    (file) => !/\.test\.|^lib\/(people\/edit|sync\/undo)\//.test(file),
  );
  const code = /(?:\b(?:code|unknown): |\bfail\(|\bcode === undefined \? )'(?<code>[a-zA-Z0-9]+)'/g;
  const given = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(code)].map((match) => match.groups?.code as string),
  );
  // `custom` is zod's, for what carries a code of its own.
  const used = new Set(given.filter((name) => name !== 'custom'));
  expect([...used].toSorted()).toEqual(
    Object.keys({
      ...RECORD_ERRORS,
      ...RECORD_WARNINGS,
      ...CALL_ERRORS,
      ...CSV_ERRORS,
      ...SYNC_WARNINGS,
    }).toSorted(),
  );
});
