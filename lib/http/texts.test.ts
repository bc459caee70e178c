import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { HTTP_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noPath: TEXTS.noPath(),
  noSuchId: TEXTS.noSuchId(),
  otherMethod: TEXTS.otherMethod('DELETE', ['GET', 'PUT']),
  tooManyCalls: TEXTS.tooManyCalls(6000, 1),
  scopeMissing: TEXTS.scopeMissing('staff.write'),
  databaseAway: TEXTS.databaseAway(),
  ourFault: TEXTS.ourFault(),
  queryUnreadable: TEXTS.queryUnreadable(),
  correctQuery: TEXTS.correctQuery(TEXTS.parameterTwice('page')),
  queryInvalid: TEXTS.queryInvalid(),
  parameterTwice: TEXTS.parameterTwice('postal'),
  parameterUnknown: TEXTS.parameterUnknown('postal'),
  parameterMeant: TEXTS.parameterMeant('postal'),
  parametersKnown: TEXTS.parametersKnown(['page', 'limit']),
  encodingUnknown: TEXTS.encodingUnknown('br', TEXTS.sendUncompressed()),
  sendUncompressed: TEXTS.sendUncompressed(),
  sendPlainOrGzip: TEXTS.sendPlainOrGzip(),
  notGzip: TEXTS.notGzip(),
  unpacksTooLarge: TEXTS.unpacksTooLarge(2),
  unpacksTooFar: TEXTS.unpacksTooFar(2),
  notJson: TEXTS.notJson(),
  charsetUnknown: TEXTS.charsetUnknown('latin1'),
  fileType: TEXTS.fileType(['text/csv']),
  notUtf8: TEXTS.notUtf8(),
  badJson: TEXTS.badJson('a comma is missing at line 1, column 9.'),
  bodyEmpty: TEXTS.bodyEmpty(),
  bodyErrors: TEXTS.bodyErrors(2),
  bodyTooLarge: TEXTS.bodyTooLarge(2),
  tooManyEntries: TEXTS.tooManyEntries(2),
  entryTooLong: TEXTS.entryTooLong(),
  lineTooLong: TEXTS.lineTooLong(),
  tooManyBlankLines: TEXTS.tooManyBlankLines(2),
  noList: TEXTS.noList('list'),
  itemTooLong: TEXTS.itemTooLong(),
  itemMissing: TEXTS.itemMissing(2),
  listIncomplete: TEXTS.listIncomplete(),
  moreAfterList: TEXTS.moreAfterList(2),
  bodyPaused: TEXTS.bodyPaused(2),
  bodyCutOff: TEXTS.bodyCutOff(),
  bodySlow: TEXTS.bodySlow(2, 2),
  ownTransferArriving: TEXTS.ownTransferArriving(),
  othersArriving: TEXTS.othersArriving(2),
  badKey: TEXTS.badKey(),
  keyOfOtherBody: TEXTS.keyOfOtherBody(),
  firstStillRunning: TEXTS.firstStillRunning(),
  keptAnswersFull: TEXTS.keptAnswersFull(512),
  laterTookOver: TEXTS.laterTookOver(),
  answerLost: TEXTS.answerLost(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('one and many', () => {
  expect(TEXTS.tooManyCalls(6000, 1)).toContain(
    '6,000 calls that it may make in a minute. Continue in 1 second.',
  );
  expect(TEXTS.tooManyCalls(6000, 12)).toContain('Continue in 12 seconds.');
  expect(TEXTS.otherMethod('DELETE', ['GET', 'HEAD', 'PUT'])).toContain('Use GET, HEAD, or PUT.');
  expect(TEXTS.parametersKnown([])).toBe('It has no parameters.');
});
