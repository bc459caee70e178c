import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { submitCommit } from '../../../lib/sync/commit/commit.ts';
import { exportResults } from '../../../lib/sync/commit/export-results.ts';
import { RESULT_ORDERS } from '../../../lib/sync/commit/result-orders.ts';
import { runResults } from '../../../lib/sync/commit/results.ts';
import { holdSchema } from '../../../lib/sync/guards/schema.ts';
import { syncOverview } from '../../../lib/sync/overview.ts';
import { cancelSync } from '../../../lib/sync/run/cancel.ts';
import { endSync } from '../../../lib/sync/run/end.ts';
import { listRuns, pastRun } from '../../../lib/sync/run/list-runs.ts';
import { stagingOfLiveRun } from '../../../lib/sync/run/staging-shares.ts';
import { restartSync, startSync } from '../../../lib/sync/run/start.ts';
import { RUN_STATES } from '../../../lib/sync/run/states.ts';
import { scheduleSchema, windowSchema } from '../../../lib/sync/schedule/schema.ts';
import { jobStatusSchema, RUN_OUTCOMES, runResultSchema, syncRunSchema } from '../../../lib/sync/schema.ts';
import { previewPeople, previewUndo } from '../../../lib/sync/undo/preview.ts';
import { undoPersonSchema, undoPreviewSchema } from '../../../lib/sync/undo/schema.ts';
import { submitUndo } from '../../../lib/sync/undo/submit-undo.ts';
import { validateSync } from '../../../lib/sync/validate/validate.ts';
import { warningSchema } from '../../../lib/wire/schema.ts';

const access = { right: 'Synchronization' } as const;
const count = z.int().nonnegative();
const warned = z.object({ warnings: z.array(warningSchema) });
export const pastRunSchema = z.object({
  runId: z.uuid(),
  status: z.enum(RUN_STATES),
  startedAt: z.iso.datetime(),
  startedBy: z.string(),
  staffTransferred: count,
  setAside: count,
  endedAt: z.iso.datetime().nullable(),
  hasReport: z.boolean(),
  counts: z
    .object({ created: count, updated: count, unchanged: count, held: count, failed: count, removed: count })
    .nullable(),
  undoes: z.object({ runId: z.uuid(), startedAt: z.iso.datetime() }).nullable(),
  undoneBy: z.object({ runId: z.uuid(), status: z.enum(RUN_STATES) }).nullable(),
  undoable: z.boolean(),
  keptSince: z.object({
    results: z.iso.datetime().nullable(),
    unchangedResults: z.iso.datetime().nullable(),
    changes: z.iso.datetime().nullable(),
  }),
  feedFile: z.string().nullable(),
  progress: z.object({ processed: count, total: count }).nullable(),
});

const getOverview = endpoint({
  method: 'GET',
  path: '/sync',
  access,
  summary: 'The latest synchronization, its report and its jobs',
  description: 'What the Staff Synchronization page shows (SYNC-12).',
  answers: {
    200: z.object({
      run: syncRunSchema.nullable(),
      hasReport: z.boolean(),
      commit: jobStatusSchema.nullable(),
      hold: holdSchema.nullable(),
      schedule: scheduleSchema.nullable(),
      offHours: windowSchema,
      undoing: z.boolean(),
      failure: z.string().nullable(),
    }),
  },
  verb: async (ctx) => reply(200, await syncOverview(ctx)),
});

const postStart = endpoint({
  method: 'POST',
  path: '/sync/start',
  access,
  summary: 'Start Transfer',
  description: 'Never restarts a live run: two admins who press it at once start one.',
  body: json(z.undefined()),
  answers: { 201: warned },
  verb: async (ctx) => reply(201, await startSync(ctx, { restart: false })),
});

const postRestart = endpoint({
  method: 'POST',
  path: '/sync/restart',
  access,
  summary: 'Restart Transfer',
  description:
    'Discards the staged records and starts again. A warning says how many were discarded (SYNC-4). What others have staged is discarded only with `restart: true`.',
  body: json(z.strictObject({ restart: z.boolean().optional() }).optional()),
  answers: { 201: warned },
  verb: async (ctx, { body }) => reply(201, await restartSync(ctx, body)),
});

const getStaging = endpoint({
  method: 'GET',
  path: '/sync/staging',
  access,
  summary: 'Who has staged the staff of the live run',
  description: 'What a restart would discard (SYNC-4).',
  answers: {
    200: z.object({
      data: z.array(
        z.object({
          kind: z.enum(['user', 'client', 'system']),
          id: z.string(),
          name: z.string(),
          staff: count,
          own: z.boolean(),
        }),
      ),
    }),
  },
  verb: async (ctx) => reply(200, await stagingOfLiveRun(ctx)),
});

const postEnd = endpoint({
  method: 'POST',
  path: '/sync/end',
  access,
  summary: 'End Transfer',
  description: '"only possible when data has been transferred" (SYNC-3).',
  body: json(z.undefined()),
  answers: { 200: syncRunSchema },
  verb: async (ctx) => reply(200, await endSync(ctx)),
});

const postValidate = endpoint({
  method: 'POST',
  path: '/sync/validate',
  access,
  summary: 'Validate',
  description: 'Submits the validation; the overview shows its progress.',
  body: json(z.undefined()),
  answers: { 202: z.object({ runId: z.uuid() }) },
  verb: async (ctx) => reply(202, await validateSync(ctx)),
});

const postCommit = endpoint({
  method: 'POST',
  path: '/sync/commit',
  access,
  summary: 'Commit',
  description: 'Submits the commit, which continues even if the page is closed.',
  body: json(z.undefined()),
  answers: { 202: z.object({ runId: z.uuid() }) },
  verb: async (ctx) => reply(202, await submitCommit(ctx)),
});

const postCancel = endpoint({
  method: 'POST',
  path: '/sync/cancel',
  access,
  summary: 'Cancel',
  description: 'Ends the live run. What a commit has already written is kept.',
  body: json(z.undefined()),
  answers: { 200: syncRunSchema },
  verb: async (ctx) => reply(200, await cancelSync(ctx)),
});

const getRuns = endpoint({
  method: 'GET',
  path: '/sync/runs',
  access,
  summary: 'History of runs',
  description: 'The latest first.',
  query: z.object(listQuery(1)),
  answers: { 200: listOf(pastRunSchema) },
  verb: async (ctx, { query }) => reply(200, await listRuns(ctx, query)),
});

const getRun = endpoint({
  method: 'GET',
  path: '/sync/runs/{runId}',
  access,
  summary: 'A run',
  description: 'As in the history, with the progress of a running job.',
  params: z.object({ runId: z.uuid() }),
  answers: { 200: pastRunSchema },
  verb: async (ctx, { params }) => reply(200, await pastRun(ctx, params)),
});

const getUndoPreview = endpoint({
  method: 'GET',
  path: '/sync/runs/{runId}/undo',
  access,
  summary: 'Preview of an undo',
  description: 'How many people it would change, and how many of them were edited since.',
  params: z.object({ runId: z.uuid() }),
  answers: { 200: undoPreviewSchema },
  problems: { 409: 'The run is live.' },
  verb: async (ctx, { params }) => reply(200, await previewUndo(ctx, params)),
});

const getUndoPeople = endpoint({
  method: 'GET',
  path: '/sync/runs/{runId}/undo/people',
  access,
  summary: 'Preview of an undo, person by person',
  description: 'What would be restored, what would stay, and why.',
  params: z.object({ runId: z.uuid() }),
  query: z.object({ ...listQuery(1), edited: z.enum(['true']).optional() }),
  answers: { 200: listOf(undoPersonSchema) },
  problems: { 409: 'The run is live.' },
  verb: async (ctx, { params, query: { edited, ...query } }) =>
    reply(200, await previewPeople(ctx, { ...query, ...params, edited: edited === 'true' })),
});

const postUndo = endpoint({
  method: 'POST',
  path: '/sync/runs/{runId}/undo',
  access,
  summary: 'Undo',
  description: 'Restores what an ended run changed, unless it was edited since. The undo is a run, too.',
  params: z.object({ runId: z.uuid() }),
  answers: { 202: z.object({ runId: z.uuid() }) },
  problems: { 409: 'A synchronization is live, or the run changed nobody.' },
  verb: async (ctx, { params }) => reply(202, await submitUndo(ctx, params)),
});

/** A part of a staff number, or how a name begins. */
const resultFilter = {
  outcome: z.enum(RUN_OUTCOMES).optional(),
  search: z.string().max(200).default(''),
};

const getResults = endpoint({
  method: 'GET',
  path: '/sync/runs/{runId}/results',
  access,
  summary: 'Results of a commit or an undo',
  description: 'One result per staff member, with the person it is about (SYNC-8); as sent, or sorted.',
  params: z.object({ runId: z.uuid() }),
  query: z.object({ ...listQuery(1), ...resultFilter, sort: z.enum(RESULT_ORDERS).optional() }),
  answers: {
    200: listOf(runResultSchema.extend({ personId: z.uuid().nullable(), name: z.string().nullable() })),
  },
  verb: async (ctx, { params, query: { sort, ...query } }) =>
    reply(200, await runResults(ctx, { ...query, order: sort, runId: params.runId })),
});

const getResultsExport = endpoint({
  method: 'GET',
  path: '/sync/runs/{runId}/results/export',
  access,
  summary: 'Results of a commit or an undo as CSV',
  description: 'All results that match the filters, streamed.',
  params: z.object({ runId: z.uuid() }),
  query: z.object(resultFilter),
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { params, query }) =>
    reply(200, await exportResults(ctx, { ...query, runId: params.runId })),
});

export const syncEndpoints = [
  getOverview,
  postStart,
  getStaging,
  postRestart,
  postEnd,
  postValidate,
  postCommit,
  postCancel,
  getRuns,
  getRun,
  getUndoPreview,
  getUndoPeople,
  postUndo,
  getResults,
  getResultsExport,
];
