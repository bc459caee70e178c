import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { CODE_TEXTS as TEXTS } from './texts.ts';

const alias = { client: 'Payroll', value: 'HHS' };

test.each([
  TEXTS.lead(),
  TEXTS.noCodes(),
  TEXTS.addLead('titles'),
  TEXTS.addLead('schools'),
  TEXTS.editLead(),
  TEXTS.codeHelp(),
  TEXTS.typeHelp(),
  TEXTS.activeHelp(),
  TEXTS.saved('School', '010'),
  TEXTS.removed('School', '010'),
])('%s', (text) => expectPlainSentences(text));

test.each([
  ['schools', { uses: 1, aliases: [] }, 'In use by 1 position,'],
  ['genders', { uses: 2, aliases: [alias] }, 'In use by 2 people and 1 value of HR,'],
  ['titles', { uses: 0, aliases: [alias, alias] }, 'In use by 2 values of HR,'],
] as const)('why one of %s stays: %o', (kind, code, begins) => {
  expect(TEXTS.whyNotRemoved(kind, { ...code, aliases: [...code.aliases] })).toMatch(begins);
});
