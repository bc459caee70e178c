import type { components } from './api-types.ts';
import { type CampusClient, dataOf, type Problem } from './client.ts';
import { type FeedRecord, readFeed } from './feed.ts';
import { print, progressBar } from './output.ts';

const RECORDS_PER_CALL = 1_000;

/**
 * Start, transfer, end: the whole file, or nothing that a commit could use. A refused call ends the command and leaves the
 * run open: fix the file and push it again with --restart.
 */
export async function push(
  campus: CampusClient,
  file: string,
  options: { restart?: boolean; map?: string },
): Promise<void> {
  let total = 0;
  for await (const _record of readFeed(file, options.map)) total += 1;
  const started = await campus.POST('/staffMembers/sync/start', {
    body: { restart: options.restart === true },
  });
  const { runId } = dataOf(started);
  const bar = progressBar('Transferred', total);
  let sent = 0;
  try {
    for await (const records of callsOf(readFeed(file, options.map))) {
      await transfer(campus, runId, file, records);
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
  print(dataOf(ended), () => [`${sent} staff transferred. Next: campus hr validate --run-id ${runId}`]);
}

async function transfer(
  campus: CampusClient,
  runId: string,
  file: string,
  records: FeedRecord[],
): Promise<void> {
  const staffMembers = records.map(({ record }) => record) as components['schemas']['StaffMemberRequest'][];
  const answer = await campus.POST('/staffMembers/sync/transfer', {
    params: { query: { runId } },
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
