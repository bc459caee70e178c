import { expect, test } from 'vitest';
import * as texts from './texts.ts';

// The vendor reads these: they may name properties.
const said: { [key in keyof typeof texts]: [string, RegExp] } = {
  restartedMeanwhile: [texts.restartedMeanwhile, /was restarted .* Send it again\.$/],
  recordsRefused: [texts.recordsRefused(1_200), /1,200 of its records can't be accepted\. Fix them/],
  tooManyErrors: [texts.tooManyErrors(1_000), /more than 1,000 errors/],
  stagingFull: [texts.stagingFull(4 * 1024 ** 3), /more than 4,096 MiB in the staging\. Validate and commit/],
  moreWarnings: [texts.moreWarnings(1), /^There is 1 more warning\. /],
  wereSetAside: [texts.wereSetAside(1), /^1 staff member in this call was set aside\. /],
  alreadyStaged: [texts.alreadyStaged(2), /^2 staff members in this call were already staged /],
  setAsideReplaced: [
    texts.setAsideReplaced(1_200),
    /^1,200 staff members in this call were set aside before\. /,
  ],
  inCallTwice: [texts.inCallTwice('7', 'record 1', 'record 3').message, /twice: record 1 and record 3\.$/],
  stagedBefore: [
    texts.stagedBefore('7', 'record 1', 'as record 3').message,
    /already staged, as record 1\. This call sends it again as record 3\.$/,
  ],
  stagedDifferently: [
    texts.stagedDifferently('7', 'record 1', 'as record 3').message,
    /different data: as record 1, and later as record 3 of a call\.$/,
  ],
  NOT_AN_OBJECT: [texts.NOT_AN_OBJECT, /^The body must be /],
  FIX_BODY: [texts.FIX_BODY, /^Nothing of this call was staged\. /],
  listMissing: [texts.listMissing(true).message, /^staffMembers is required\.$/],
  unknownProperty: [
    texts.unknownProperty('x'.repeat(90), false).message,
    /^"x{50}" is not a known property\.$/,
  ],
};

test.each(Object.entries(said))('%s', (_, [text, expected]) => {
  expect(text).toMatch(expected);
});

test('a list that is no list, and a misspelled one, have texts of their own', () => {
  expect(texts.listMissing(false).message).toBe('staffMembers must be an array of staff members.');
  expect(texts.unknownProperty('StaffMembers', true).hint).toBe('Rename it to "staffMembers".');
});
