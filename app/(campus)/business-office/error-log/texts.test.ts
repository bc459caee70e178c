import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { ERROR_LOG_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  noErrors: TEXTS.noErrors(),
  noMatches: TEXTS.noMatches(),
  noCauses: TEXTS.noCauses(),
  changed: TEXTS.changed(2, 'open'),
  selected: TEXTS.selected(2),
  confirm: TEXTS.confirm(1),
  payload: TEXTS.payload(1_000, 20_000),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('only a cut payload says how much of it is shown', () => {
  expect(TEXTS.payload(1_000, 20_000)).toMatch(/^The first 1,000 of 20,000 characters\. Shown as stored\. /);
  expect(TEXTS.payload(1_000, 1_000)).toMatch(/^Shown as stored\. /);
});
