import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { VALUE_MAPPING_TEXTS as TEXTS } from './texts.ts';

const mapped = { kind: 'schools', value: '15', code: '015' } as const;

const texts: { [key in keyof typeof TEXTS]: string } = {
  valueMapped: TEXTS.valueMapped(mapped),
  valuesOfCall: TEXTS.valuesOfCall(1, [mapped]),
  valuesOfRun: TEXTS.valuesOfRun([mapped]),
  noSuchClient: TEXTS.noSuchClient(),
  noSuchMapping: TEXTS.noSuchMapping(),
  campusHasValue: TEXTS.campusHasValue('schools', '010'),
  noSuchCode: TEXTS.noSuchCode('titles', 'T9'),
  valueNeeded: TEXTS.valueNeeded(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('a list of many values names the first and says how many follow', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ ...mapped, value: String(i) }));
  expect(TEXTS.valuesOfRun(many)).toMatch(/school 9 as 015, 2 more\.$/);
  expect(TEXTS.valuesOfCall(1, [mapped])).toContain('1 staff member were');
});
