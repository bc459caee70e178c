import { count, counted } from '../text/numbers.ts';

const LIST = new Intl.ListFormat('en', { type: 'disjunction' });
const quoted = (value: string): string => JSON.stringify(value);

/** What a caller reads when the request itself can't be taken: its path, query, headers, body or pace. */
export const HTTP_TEXTS = {
  noPath: () => 'There is nothing at this path. The API documentation lists all paths.',
  noSuchId: () => 'There is nothing at this path. Check the identifier in it.',
  otherMethod: (method: string, allowed: string[]) =>
    `This path does not take ${method}. Use ${LIST.format(allowed)}.`,
  tooManyCalls: (limit: number, seconds: number) =>
    `This client has made the ${count(limit)} calls that it may make in a minute. Continue in ${counted(seconds, 'second', 'seconds')}.`,
  scopeMissing: (scope: string) =>
    `This call needs the scope ${scope}, which the token does not have. Request a token with it.`,
  databaseAway: () => 'The database can’t be reached right now. Send the request again shortly.',
  ourFault: () =>
    'Something went wrong on our side. Try again. If it happens again, give the district the request id.',

  queryUnreadable: () =>
    'The query can’t be read: every % must begin an encoded character of UTF-8, and NUL is not allowed.',
  correctQuery: (fault: string) => `${fault} Correct the query and send it again.`,
  queryInvalid: () => 'The query has values that can’t be used. Correct them and send it again.',
  parameterTwice: (name: string) => `The query has the parameter ${name} twice.`,
  parameterUnknown: (name: string) => `This call has no parameter ${name}.`,
  parameterMeant: (name: string) => `Did you mean ${name}?`,
  parametersKnown: (names: string[]) =>
    names.length > 0 ? `Its parameters are ${names.join(', ')}.` : 'It has no parameters.',

  encodingUnknown: (encoding: string, instead: string) =>
    `This call can’t read the encoding ${quoted(encoding)}. ${instead}`,
  sendUncompressed: () => 'Send the body uncompressed.',
  sendPlainOrGzip: () => 'Send the lines uncompressed or as gzip.',
  notGzip: () => 'The body is not gzip, or not complete.',
  unpacksTooLarge: (gibibytes: number) => `The body unpacks to more than ${gibibytes} GiB.`,
  unpacksTooFar: (times: number) => `The body unpacks to more than ${times} times its size.`,
  notJson: () => 'Send the body as JSON with the header `Content-Type: application/json`.',
  charsetUnknown: (charset: string) =>
    `This call can’t read the charset ${quoted(charset)}. Send the body as UTF-8.`,
  fileType: (types: readonly string[]) => `Send the file with a Content-Type of ${types.join(', ')}.`,
  notUtf8: () => 'The body is not valid UTF-8. Send JSON encoded as UTF-8.',
  badJson: (fault: string) => `The body can’t be read as JSON: ${fault}`,
  bodyEmpty: () => 'The body is empty. Send the JSON that this call takes.',
  bodyErrors: (count: number) => `The body has ${count} errors. Correct them and send it again.`,
  bodyTooLarge: (mebibytes: number) => `The body is larger than ${mebibytes} MiB. Send it in several calls.`,
  tooManyEntries: (most: number) =>
    `A list or an object of the body has more than ${count(most)} entries. Send them in several calls.`,
  entryTooLong: () => 'One entry of the body is longer than 1 MiB. Send smaller ones.',
  lineTooLong: () => 'A line is longer than 1 MiB. Send one staff member on each line (NDJSON).',
  tooManyBlankLines: (most: number) => `The body has more than ${count(most)} blank lines.`,
  noList: (member: string) =>
    `The file is neither a JSON list nor an object with the one member "${member}".`,
  itemTooLong: () => 'A staff member of the list is longer than 1 MiB.',
  itemMissing: (line: number) => `Line ${line}: an item of the list is missing.`,
  listIncomplete: () => 'The file ends before its list does, so it is incomplete.',
  moreAfterList: (line: number) => `There is more after the list, at line ${line}.`,

  bodyPaused: (seconds: number) =>
    `No byte of the body arrived for ${seconds} seconds. Nothing of this call was stored. Send it again.`,
  bodyCutOff: () =>
    'The connection ended before the whole body had arrived. Nothing of this call was stored. Send it again.',
  bodySlow: (bytesPerSecond: number, seconds: number) =>
    `The body arrived at less than ${bytesPerSecond} bytes a second over ${seconds} seconds. Nothing of this call was stored. Send it again.`,
  ownTransferArriving: () =>
    'Another transfer of this client is still arriving. Send transfers one after another. Nothing of this call was read.',
  othersArriving: (count: number) =>
    `${count} other transfers of this district are still arriving. Nothing of this call was read. Send it again later.`,

  badKey: () => 'The header Idempotency-Key must be 1 to 255 printable characters.',
  keyOfOtherBody: () => 'This Idempotency-Key was used with a different body. Use a new key for a new call.',
  firstStillRunning: () =>
    'The first call with this Idempotency-Key is still running. Try again in a moment.',
  keptAnswersFull: (megabytes: number) =>
    `Campus keeps ${megabytes} MiB of answers to Idempotency-Keys a day for a district, and today's are used up. Nothing was changed. ` +
    'Send the call without Idempotency-Key, or with it after midnight UTC.',
  laterTookOver: () => 'A later call with the same Idempotency-Key took over. This call changed nothing.',
  answerLost: () =>
    'The first call with this Idempotency-Key changed data, but its answer is not available. Try again in a moment. ' +
    'If the answer stays missing, check which changes were made and continue with a new key.',
} as const;
