/*
 * What one caller or one district may take of what all share. Each has its unit in its name. A call above a limit is
 * refused with 429 and Retry-After, or stored with less, as it says here; nobody else's calls change.
 */

/** Failed calls without good credentials, a minute, from one network address to one district: 429 after that. A client that has its secret wrong tries every few seconds. */
export const FAILED_CALLS_A_MINUTE_OF_ADDRESS = 60;
/** The same from all addresses: 429 after that. Good credentials are never refused by either. */
export const FAILED_CALLS_A_MINUTE_OF_DISTRICT = 600;
/** Rows a minute that a process keeps for these calls in a district's error log, one per cause and address. What is beyond is counted in one more. */
export const FAILED_CALL_ROWS_A_MINUTE = 20;

/** Rows a day in a district's error log. After that failures are counted in one row per cause and minute, without payload. A day with a broken feed has some thousands. */
export const ERROR_ROWS_A_DAY = 20_000;
/** Bytes of payload a day in it, as stored. After that entries have no payload. */
export const ERROR_PAYLOAD_BYTES_A_DAY = 256 * 1024 * 1024;
/** Errors kept of one call: what an answer lists. The message counts them all. */
export const ERRORS_KEPT_OF_CALL = 1_000;

/** Rows a day in a district's request log. After that calls are counted in one row per minute, client, path and status. A vendor that sends each of 50,000 staff by several single calls stays below. */
export const REQUEST_ROWS_A_DAY = 250_000;
/** Bytes of paths a day in it. After that the same. */
export const REQUEST_LOG_BYTES_A_DAY = 64 * 1024 * 1024;
/** Rows a minute that a process keeps for counted calls of a district. What is beyond is counted in one more. */
export const COUNTED_CALL_ROWS_A_MINUTE = 20;

/** Answers to Idempotency-Keys a day and district, as stored. After that a call with a new key is 429 until midnight UTC; calls without one, and known keys, are answered as ever. The answer to a new staff member has 1 to 2 KB. */
export const KEPT_ANSWER_BYTES_A_DAY = 512 * 1024 * 1024;
/** What a key takes beside its answer. */
export const KEPT_KEY_BYTES = 400;

/** Bytes of staff that a district's run may have in the staging, if the operator sets no other (STAGING_GIGABYTES). A million staff take about 2 GB. */
export const STAGING_GIGABYTES = 4;

/** Connections that a web process has open at a time; further ones are closed at once. Browsers keep up to six each, a proxy some hundreds. */
export const OPEN_CONNECTIONS = 2_000;

/** Bytes of a staff file that is held, for the file wizard or while it is read: 413 above that. 100,000 staff have about 60 MB. */
export const HELD_FILE_BYTES = 200 * 1024 * 1024;
/** Bytes of all held files of a district, packed: 413 above that until some are transferred, cancelled or expired. */
export const HELD_BYTES_OF_DISTRICT = 1024 ** 3;
