import { counted } from '../../lib/text/numbers.ts';
import type { components } from './api-types.ts';
import { type CampusClient, dataOf, type Problem } from './client.ts';
import { districtCodes } from './codes.ts';
import { type FeedOptions, type FeedRecord, isTableFile, readFeed } from './feed.ts';
import { print, progressBar } from './output.ts';

const RECORDS_PER_CALL = 1_000;

/**
 * Start, transfer, end: the whole file, or nothing that a commit could use. A refused call ends the command and leaves the
 * run open: fix the file and push it again with --restart.
 */
export async function push(
  campus: CampusClient,
  file: string,
  options: Pick<FeedOptions, 'map' | 'setAside'> & { restart?: boolean },
): Promise<void> {
  const { restart, ...given } = options;
  const feed: FeedOptions = isTableFile(file) ? { ...given, known: await districtCodes(campus) } : given;
  let total = 0;
  for await (const _record of readFeed(file, feed)) total += 1;
  const started = await campus.POST('/staffMembers/sync/start', {
    body: { restart: restart === true },
  });
  const { runId } = dataOf(started);
  const bar = progressBar('Transferred', total);
  let sent = 0;
  try {
    for await (const records of callsOf(readFeed(file, feed))) {
      await transfer(campus, { runId, onInvalid: given.setAside ? 'setAside' : 'reject' }, file, records);
      sent += records.length;
      bar.to(sent);
    }
  } finally {
    bar.stop();
  }
  const ended = await campus.POST('/staffMembers/sync/end', {
    params: { query: { runId } },
    body: { expectedStaff: sent },
  });
  const run = dataOf(ended);
  const aside = run.setAside > 0 ? ` ${counted(run.setAside, 'was', 'were')} set aside.` : '';
  print(run, () => [
    `${counted(run.staffTransferred, 'staff member', 'staff members')} transferred.${aside} Next: campus hr validate --run-id ${runId}`,
  ]);
}

async function transfer(
  campus: CampusClient,
  query: { runId: string; onInvalid: 'reject' | 'setAside' },
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
