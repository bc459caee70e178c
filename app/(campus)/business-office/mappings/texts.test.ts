import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { MAPPING_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in Exclude<keyof typeof TEXTS, 'sent' | 'fileVersion' | 'ignored'>]: string } = {
  lead: TEXTS.lead(),
  unmapped: TEXTS.unmapped(),
  nothingUnmapped: TEXTS.nothingUnmapped(),
  moreUnmapped: TEXTS.moreUnmapped(),
  saved: TEXTS.saved('15', '015'),
  mappings: TEXTS.mappings(),
  noMappings: TEXTS.noMappings(),
  noEffect: TEXTS.noEffect(),
  codeRemoved: TEXTS.codeRemoved(),
  codeNeeded: TEXTS.codeNeeded(),
  value: TEXTS.value(),
  whatRemovalDoes: TEXTS.whatRemovalDoes('titles', 'COACH'),
  whatRemovalKeeps: TEXTS.whatRemovalKeeps(),
  removed: TEXTS.removed(),
  files: TEXTS.files(),
  noFileValues: TEXTS.noFileValues(),
  fileSaved: TEXTS.fileSaved('15', '015', 'Payroll').replace(/^“/, '"'),
  whatFileRemovalDoes: TEXTS.whatFileRemovalDoes('15', 'Payroll'),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text.replace(/^“/, '"')));

test('a removed mapping of a title lets Campus create it, any other value is unknown', () => {
  expect(TEXTS.whatRemovalDoes('titles', 'COACH')).toContain('creates it');
  expect(TEXTS.whatRemovalDoes('schools', '15')).toContain('refused');
  expect(TEXTS.sent(1)).toBe('1 record');
});

test('a value of files is a code, or its rows are ignored', () => {
  expect(TEXTS.fileSaved('Sub', null, 'Payroll')).toMatch(/^Rows with “Sub” are now ignored in files/);
  expect(TEXTS.fileVersion(2)).toBe('version 2');
});
