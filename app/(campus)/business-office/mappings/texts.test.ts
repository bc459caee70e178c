import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { MAPPING_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in Exclude<keyof typeof TEXTS, 'sent'>]: string } = {
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
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text.replace(/^“/, '"')));

test('a removed mapping of a title lets Campus create it, any other value is unknown', () => {
  expect(TEXTS.whatRemovalDoes('titles', 'COACH')).toContain('creates it');
  expect(TEXTS.whatRemovalDoes('schools', '15')).toContain('refused');
  expect(TEXTS.sent(1)).toBe('1 record');
});
