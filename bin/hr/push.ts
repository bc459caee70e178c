import { openAsBlob } from 'node:fs';
import { typeOfFile } from '../../lib/sync/upload/file-types.ts';
import { counted } from '../../lib/text/numbers.ts';
import type { components } from './api-types.ts';
import { type CampusClient, dataOf, type Problem } from './client.ts';
import { districtCodes } from './codes.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { type FeedRecord, isTableFile, readFeed } from './feed.ts';
import { print, progressBar } from './output.ts';

const RECORDS_PER_CALL = 1_000;

/** What happens to the run, and to staff that have errors. */
export interface PushOptions {
  restart?: boolean | undefined;
  setAside?: boolean | undefined;
  /** A file that says what the columns of a table are (mapping.ts). */
  map?: string | undefined;
  /** A mapping of the district by its name: Campus reads the table. */
  mapping?: string | undefined;
}

/**
 * Start, transfer, end: the whole file, or nothing that a commit could use. A refused call ends the command and leaves the
 * run open: fix the file and push it again with --restart.
 */
export async function push(campus: CampusClient, file: string, options: PushOptions): Promise<void> {
  const { restart = false, map, mapping, setAside } = options;
  if (mapping !== undefined && !isTableFile(file))
    throw new CommandFailed(EXIT.usage, `${file} has no columns, so it needs no mapping.`);
  const onInvalid = setAside ? 'setAside' : 'reject';
  const start = async () =>
    dataOf(await campus.POST('/staffMembers/sync/start', { body: { restart } })).runId;
  let runId: string;
  let expectedStaff: number;
  if (mapping === undefined) {
    const known = isTableFile(file) ? await districtCodes(campus) : undefined;
    const read = () => readFeed(file, { map, setAside, known });
    let total = 0;
    for await (const _record of read()) total += 1;
    runId = await start();
    expectedStaff = await transferAll(campus, { runId, onInvalid }, file, { records: read(), total });
  } else {
    const body = await openAsBlob(file).catch((cause) => {
      throw new CommandFailed(EXIT.usage, `${file} can't be read.`, { cause });
    });
    runId = await start();
    expectedStaff = await transferTable(campus, { runId, onInvalid, mapping }, file, body);
  }
  const ended = await campus.POST('/staffMembers/sync/end', {
    params: { query: { runId } },
    body: { expectedStaff },
  });
  const run = dataOf(ended);
  const aside = run.setAside > 0 ? ` ${counted(run.setAside, 'was', 'were')} set aside.` : '';
  print(run, () => [
    `${counted(run.staffTransferred, 'staff member', 'staff members')} transferred.${aside} Next: campus hr validate --run-id ${runId}`,
  ]);
}

type TransferQuery = { runId: string; onInvalid: 'reject' | 'setAside' };

/** In calls of a thousand. @returns how many were sent */
async function transferAll(
  campus: CampusClient,
  query: TransferQuery,
  file: string,
  { records, total }: { records: AsyncIterable<FeedRecord>; total: number },
): Promise<number> {
  const bar = progressBar('Transferred', total);
  let sent = 0;
  try {
    for await (const call of callsOf(records)) {
      await transfer(campus, query, file, call);
      sent += call.length;
      bar.to(sent);
    }
  } finally {
    bar.stop();
  }
  return sent;
}

/** The file as it is, read by Campus. @returns how many staff it has */
async function transferTable(
  campus: CampusClient,
  query: TransferQuery & { mapping: string },
  file: string,
  body: Blob,
): Promise<number> {
  const answer = await campus.POST('/staffMembers/sync/transfer', {
    params: { query },
    headers: { 'Content-Type': typeOfFile(file) },
    // The types know the body of JSON only.
    body: body as never,
    bodySerializer: (sent) => sent,
  });
  if (!answer.response.ok)
    for (const error of (answer.error as unknown as Problem | undefined)?.errors ?? [])
      if (error.line) error.message = `${file}, line ${error.line}: ${error.message}`;
  const { received, warnings } = dataOf(answer);
  for (const { message } of warnings) console.error(message);
  return received;
}

async function transfer(
  campus: CampusClient,
  query: TransferQuery,
  file: string,
  records: FeedRecord[],
): Promise<void> {
  const staffMembers = records.map(({ record }) => record) as components['schemas']['StaffMemberRequest'][];
  const answer = await campus.POST('/staffMembers/sync/transfer', {
    params: { query },
    body: { staffMembers },
  });
  if (!answer.response.ok) {
    const problem = answer.error as unknown as Problem | undefined;
    for (const error of problem?.errors ?? []) {
      const place = error.index === undefined ? undefined : records[error.index]?.place;
      if (place) error.message = `${file}, ${place}: ${error.message}`;
    }
  }
  dataOf(answer);
}

async function* callsOf(records: AsyncIterable<FeedRecord>): AsyncGenerator<FeedRecord[]> {
  let call: FeedRecord[] = [];
  for await (const record of records) {
    call.push(record);
    if (call.length < RECORDS_PER_CALL) continue;
    yield call;
    call = [];
  }
  if (call.length > 0) yield call;
}
