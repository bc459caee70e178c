import { setTimeout as pause } from 'node:timers/promises';
import type { components } from './api-types.ts';
import { type CampusClient, dataOf } from './client.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { print, progressBar, table } from './output.ts';

type JobStatus = components['schemas']['CommitJobStatus'];
type Outcome = components['schemas']['SyncResult']['outcome'];

const POLL_MS = 500;
const PAGE_SIZE = 1_000;

/** The run a command is about; the live one if it names none. */
interface OfRun {
  runId?: string;
}
const ofRun = (runId: string | undefined) => (runId === undefined ? {} : { runId });

/** Validates as a job and prints the report's summary. */
export async function validate(campus: CampusClient, { runId: of }: OfRun = {}): Promise<void> {
  const submitted = await campus.POST('/staffMembers/sync/validate', {
    params: { query: ofRun(of) },
    headers: { Prefer: 'respond-async' },
  });
  let run = dataOf(submitted) as components['schemas']['SyncRun'];
  const bar = progressBar('Compared', run.staffTransferred);
  for (; run.job?.kind === 'validate'; run = dataOf(await campus.GET('/staffMembers/sync'))) {
    bar.to(run.job.processed, run.job.total);
    await pause(POLL_MS);
  }
  bar.stop();
  const { runId } = run;
  const report = dataOf(
    await campus.GET('/staffMembers/sync/{runId}/validation', { params: { path: { runId } } }),
  );
  const { summary, sections } = report;
  print(report, () =>
    table([
      ['Demographic differences', summary.demographics.people],
      ['District Employment differences', summary.employments],
      ['District Assignment differences', summary.assignments],
      ['Address differences', summary.addresses],
      ['HR staff NOT in Campus', summary.hrNotInCampus],
      ['Campus staff NOT in HR', summary.campusNotInHr],
      ['Campus staff with duplicate staff numbers', summary.duplicateStaffNumbers.people],
      ['Will fail', sections.errors.total],
    ]),
  );
}

/** Submits the commit as a job; with `wait` it waits until the job ends. @throws CommandFailed (someFailed) */
export async function commit(
  campus: CampusClient,
  { wait, runId }: OfRun & { wait?: boolean },
): Promise<void> {
  const query = ofRun(runId);
  const submitted = dataOf(await campus.POST('/staffMembers/sync/submitCommitJob', { params: { query } }));
  if (!wait) return print(submitted, () => ['The commit is submitted. Its progress: campus hr status']);
  const bar = progressBar('Committed', 1);
  let job = dataOf(await campus.GET('/staffMembers/sync/commitJobStatus'));
  for (; job.status === 'queued' || job.status === 'running'; ) {
    bar.to(job.processed, job.total);
    await pause(POLL_MS);
    job = dataOf(await campus.GET('/staffMembers/sync/commitJobStatus'));
  }
  bar.stop();
  print(job, () => inWords(job));
  if (job.status !== 'completed') throw new CommandFailed(EXIT.fault, `The commit job ${job.status}.`);
  if (job.failed > 0)
    throw new CommandFailed(
      EXIT.someFailed,
      `${job.failed} staff failed. The reasons: campus hr results --outcome failed`,
    );
}

export async function status(campus: CampusClient): Promise<void> {
  const run = dataOf(await campus.GET('/staffMembers/sync'));
  const answer = await campus.GET('/staffMembers/sync/commitJobStatus');
  const job = answer.response.status === 404 ? null : dataOf(answer);
  print({ run, job }, () => [
    `${run.status}, started ${run.startedAt} by ${run.startedBy}, ${run.staffTransferred} staff transferred`,
    `allowed now: ${run.allowed.join(', ')}`,
    ...(job ? ['last commit job:', ...inWords(job)] : []),
  ]);
}

/** Prints every result of the latest run, one per line, page by page. */
export async function results(campus: CampusClient, { outcome }: { outcome?: Outcome }): Promise<void> {
  const { runId } = dataOf(await campus.GET('/staffMembers/sync'));
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: PAGE_SIZE, ...(outcome && { outcome }), ...(cursor && { cursor }) };
    const page = dataOf(
      await campus.GET('/staffMembers/sync/{runId}/results', { params: { path: { runId }, query } }),
    );
    for (const result of page.data)
      print(result, () => [
        `${result.staffNumber}  ${result.outcome}`,
        ...[...result.errors, ...result.warnings].map(({ message }) => `    ${message}`),
      ]);
    cursor = page.nextCursor;
  }
}

const inWords = (job: JobStatus): string[] =>
  table([
    ['state', job.status],
    ['processed', `${job.processed} of ${job.total}`],
    ['created', job.created],
    ['updated', job.updated],
    ['unchanged', job.unchanged],
    ['held', job.held],
    ['failed', job.failed],
  ]);
