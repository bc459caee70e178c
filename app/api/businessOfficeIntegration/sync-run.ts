import { z } from 'zod';
import { endpoint, json, reply, uncheckedJson } from '../../../lib/http/endpoint.ts';
import { staffMemberCreateRequest } from '../../../lib/record/schema.ts';
import { endSync } from '../../../lib/sync/run/end.ts';
import { startSync } from '../../../lib/sync/run/start.ts';
import { syncStatus } from '../../../lib/sync/run/status.ts';
import { syncRunSchema } from '../../../lib/sync/schema.ts';
import { staffOf } from '../../../lib/sync/transfer/staff-of.ts';
import { staffOfLines } from '../../../lib/sync/transfer/staff-of-lines.ts';
import { ON_INVALID, transferStaff } from '../../../lib/sync/transfer/transfer.ts';
import { CSV_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { refuseMapping, transferTable } from '../../../lib/sync/upload/transfer-table.ts';
import { warningSchema } from '../../../lib/wire/schema.ts';
import { endedRun, startedRun, validatedRun } from './answer-examples.ts';
import { simpson } from './examples.ts';
import { OTHER_RUN, runIdParameter as runId } from './run-id.ts';

const PATH = '/staffMembers/sync';
const access = { scope: 'staff.sync' } as const;
const startedSchema = syncRunSchema.extend({ warnings: z.array(warningSchema) });

export const getSync = endpoint({
  method: 'GET',
  path: PATH,
  access,
  summary: 'The latest synchronization',
  description: 'Its state, what is staged, and the calls allowed now.',
  answers: { 200: syncRunSchema },
  answerExamples: { 200: validatedRun },
  problems: { 404: 'This district has not had a synchronization yet.' },
  verb: async (ctx) => reply(200, await syncStatus(ctx)),
});

export const postStart = endpoint({
  method: 'POST',
  path: `${PATH}/start`,
  access,
  summary: 'Start Sync',
  description:
    'Allows the transfer and collection of staff data for comparison with Campus. A live run that is not committing ' +
    'restarts: its staged records are discarded, and a warning says how many. What another client or the office has staged is ' +
    'discarded only with `"restart": true`. With `"restart": false` any live run answers 409.',
  body: json(z.strictObject({ restart: z.boolean().optional() }).optional()),
  examples: {
    'Restart a live run': {},
    'Only if none is live': { restart: false },
    'Discard what others have staged, too': { restart: true },
  },
  answers: { 201: startedSchema },
  answerExamples: { 201: { ...startedRun, warnings: [] } },
  problems: {
    409: 'A commit is under way; others have staged what would be discarded (`othersStaging`: whose, and how many); or a run is live and `"restart": false` was sent.',
  },
  async verb(ctx, { body }) {
    const { run, warnings } = await startSync(ctx, body ?? {});
    return reply(201, { ...run, warnings }, { location: PATH });
  },
});

export const postTransfer = endpoint({
  method: 'POST',
  path: `${PATH}/transfer`,
  access,
  inTurn: true,
  summary: 'Transfer staff',
  description:
    'Stages staff, any number of times. "The API will fail if any of those requirements are not met": a call with an ' +
    'invalid record stages nothing of that call and lists every error by record. `onInvalid=setAside` stages the valid ' +
    'records and sets the others aside: they are listed as errors in the report and as failed in the results, each staff number ' +
    'once (SYNC-2). A number that one call sends twice sets aside all its records of that call. Sent again, a staff member who ' +
    'was set aside is replaced; one who is staged with the same data counts once, with other data is set aside. As ' +
    '`application/x-ndjson` (also gzip) any number of staff can be sent. They are read while they arrive, and all or none are staged. ' +
    `As \`${CSV_TYPE}\` or a workbook (\`.xlsx\`), up to 200 MB, each row is a staff member or one of their positions; the errors name ` +
    'line and column. The columns are read by a `mapping`, or are named by the properties (`positions.1.schoolNumber`).',
  query: z.object({
    runId,
    onInvalid: z
      .enum(ON_INVALID)
      .default('reject')
      .meta({ description: 'What happens to the call when a record is invalid.' }),
    mapping: z.string().trim().min(1).max(100).optional().meta({
      description:
        'How the columns of a CSV file or workbook are read: the name of a mapping that the district has saved in *Transfer Staff Via File Upload*.',
    }),
  }),
  body: uncheckedJson(
    z.union([
      z.object({ staffMembers: z.array(staffMemberCreateRequest) }),
      z.array(staffMemberCreateRequest),
    ]),
  ),
  examples: { 'One staff member': { staffMembers: [simpson] } },
  problems: {
    404: 'The district has no mapping of this name.',
    409: `No run is transferring: the state, and the calls allowed now. ${OTHER_RUN}`,
    429:
      "The limit of calls per minute is reached. Or this client's last transfer is still arriving, or two others of the district: " +
      'a call waits 40 seconds for its turn.',
  },
  answers: {
    200: z
      .object({
        received: z.int().describe('Staff of this call, each staff number once: staged or set aside.'),
        staffTransferred: z.int().describe('Staged in the run so far.'),
        setAside: z.int().describe('Staff set aside in the run so far.'),
        warnings: z.array(warningSchema),
      })
      .meta({ id: 'Transferred' }),
  },
  answerExamples: { 200: { received: 1, staffTransferred: 1, setAside: 0, warnings: [] } },
  verb: async (ctx, { body, query: { mapping, ...query } }) => {
    refuseMapping(mapping);
    return reply(200, await transferStaff(ctx, { ...staffOf(body), ...query }));
  },
  table: {
    types: [CSV_TYPE, XLSX_TYPE],
    verb: async (ctx, { table, query }) => reply(200, await transferTable(ctx, table, query)),
  },
  lines: {
    schema: staffMemberCreateRequest,
    verb: async (ctx, { lines, query: { mapping, ...query } }) => {
      refuseMapping(mapping);
      return reply(
        200,
        await transferStaff(ctx, {
          ...query,
          records: staffOfLines(lines),
          pointer: '',
          onFaulty: ({ sent: { bytes } }) => bytes && lines.keep(bytes),
        }),
      );
    },
  },
});

export const postEnd = endpoint({
  method: 'POST',
  path: `${PATH}/end`,
  access,
  summary: 'End Sync',
  description: 'Closes the transfer. "The end transfer is only possible when data has been transferred."',
  query: z.object({ runId }),
  body: json(z.strictObject({ expectedStaff: z.int().nonnegative().optional() }).optional()),
  examples: { 'What was sent': { expectedStaff: 1 } },
  answers: { 200: syncRunSchema },
  answerExamples: { 200: endedRun },
  problems: { 409: `Nothing was transferred, or not as many as \`expectedStaff\`. ${OTHER_RUN}` },
  verb: async (ctx, { body, query }) => reply(200, await endSync(ctx, { ...body, ...query })),
});
