import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { asOwner } from '../../../db/testing/database.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { SCOPES } from '../../../lib/access/scopes.ts';
import { keyDigest } from '../../../lib/http/idempotency/keyed-call.ts';
import { openApiDocument } from '../../../lib/http/openapi/document.ts';
import { operationIdOf } from '../../../lib/http/openapi/operation.ts';
import { problemStatuses } from '../../../lib/http/openapi/problems.ts';
import { type Answer, ORIGIN, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';
import { endpoints } from './endpoints.ts';
import { lineAddress, simpson } from './examples.ts';
import { working } from './testing/working.ts';

/**
 * Every endpoint × every status that the OpenAPI document gives it: the status can be had, and the answer is as the
 * document's schema has it. 503 is in database-away.db.test.ts,
 * 408 in slow-body.db.test.ts.
 */
const document = JSON.parse(
  JSON.stringify(openApiDocument({ endpoints, publicUrl: ORIGIN, appName: undefined })),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'document', ...document });

const SYNC = '/staffMembers/sync';
const NOBODY = '0190aaaa-0000-7000-8000-000000000001';

type Step = (vendor: Vendor) => Promise<unknown>;
/** Brings a new district to where a call is answered with the status. */
interface Case {
  before?: Step[];
  path?: (vendor: Vendor) => Promise<string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

const start: Step = (vendor) => vendor.call('POST', `${SYNC}/start`);
const transfer: Step = (vendor) => vendor.call('POST', `${SYNC}/transfer`, [simpson]);
const end: Step = (vendor) => vendor.call('POST', `${SYNC}/end`);
const validate: Step = (vendor) => working(vendor, vendor.call('POST', `${SYNC}/validate`));
const commit: Step = (vendor) => working(vendor, vendor.call('POST', `${SYNC}/commit`));
const submit: Step = (vendor) => vendor.call('POST', `${SYNC}/submitCommitJob`);
const created: Step = (vendor) => vendor.call('POST', '/staffMembers', simpson);
const shared: Step = async ({ ctx }) => {
  for (const staffNumber of ['10058', '10058']) await insertPerson(ctx, { staffNumber });
};
const ended = [start, transfer, end];
const validated = [...ended, validate];
const ofRun = (rest: string) => async (vendor: Vendor) => {
  const { body } = await vendor.call('GET', SYNC);
  return `${SYNC}/${body.runId}${rest}`;
};
const position = simpson.positions[0];
const stale = { 'if-match': '"stale"' };

/** What an endpoint answers beyond what all do; by operation and status. */
const CASES: Record<string, Record<number, Case>> = {
  getSchools: { 200: {} },
  getAttributesGenders: { 200: {} },
  getAttributesAssignmentCodes: { 200: {} },
  getAttributesTitles: { 200: {} },
  getAddresses: {
    200: {
      before: [(vendor) => vendor.call('POST', '/staffMembers', lineAddress)],
      query: '?fullStreetAddress=4321+Lexington+Ave+SE&city=Blaine&state=MN&zip=55123',
    },
  },
  getStaffMembers: { 200: { before: [created], query: '?lastName=simp' } },
  postStaffMembersSearch: {
    200: { before: [created], body: { staffNumber: '10058' } },
    409: { before: [keyInUse], body: {}, headers: { 'idempotency-key': 'k' } },
  },
  getStaffMembersStaffNumber: { 200: { before: [created] }, 404: {}, 409: { before: [shared] } },
  postStaffMembers: { 201: { body: simpson }, 409: { before: [created], body: simpson } },
  putStaffMembersStaffNumber: {
    200: { before: [created], body: { lastName: 'Brown' } },
    404: { body: { lastName: 'Brown' } },
    409: { before: [shared], body: { lastName: 'Brown' } },
    412: { before: [created], body: { lastName: 'Brown' }, headers: stale },
  },
  postStaffMembersStaffNumberPosition: {
    201: { before: [created], body: position },
    404: { body: position },
    409: { before: [shared], body: position },
    412: { before: [created], body: position, headers: stale },
  },
  putStaffMembersStaffNumberPosition: {
    200: { before: [created], body: { ...position, endDate: '2024-06-30' } },
    404: { before: [created], body: { ...position, startDate: '2019-01-01', endDate: '2024-06-30' } },
    409: { before: [shared], body: position },
    412: { before: [created], body: position, headers: stale },
  },
  getStaffMembersSync: { 200: { before: [start] }, 404: {} },
  postStaffMembersSyncStart: { 201: {}, 409: { before: [start], body: { restart: false } } },
  postStaffMembersSyncTransfer: {
    200: { before: [start], body: { staffMembers: [simpson] } },
    404: { before: [start], query: '?mapping=None', body: 'x', headers: { 'content-type': 'text/csv' } },
    409: { body: [simpson] },
    422: { before: [start], body: '{"nosuch":1}' },
  },
  postStaffMembersSyncEnd: {
    200: { before: [start, transfer], body: { expectedStaff: 1 } },
    409: { before: [start] },
  },
  postStaffMembersSyncValidate: {
    200: { before: ended },
    202: { before: ended, headers: { prefer: 'respond-async' } },
    409: { before: [start] },
  },
  getStaffMembersSyncRunIdValidation: {
    200: { before: validated, path: ofRun('/validation') },
    404: { before: [start], path: ofRun('/validation') },
  },
  getStaffMembersSyncRunIdValidationSection: {
    200: { before: validated, path: ofRun('/validation/hrNotInCampus') },
    404: { before: validated, path: ofRun('/validation/nothing') },
  },
  getStaffMembersSyncRunIdResults: {
    200: { before: [...validated, commit], path: ofRun('/results') },
    404: {},
  },
  postStaffMembersSyncCommit: { 200: { before: validated }, 409: { before: ended } },
  postStaffMembersSyncSubmitCommitJob: {
    202: { before: validated },
    409: { before: [...validated, submit] },
  },
  getStaffMembersSyncCommitJobStatus: { 200: { before: [...validated, submit] }, 404: {} },
};

const SEARCH = '/campus/api/businessOfficeIntegration/staffMembers/search';

/** A key that somebody's call holds. */
async function keyInUse({ ctx, client }: Vendor): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into idempotency_key (district_id, id, client_id, method, path, key, body_hash, begun, claimed_at, created_at)
       values ($1, $2, $3, 'POST', $5, $6, '', true, $4, $4)`,
      [tx.districtId, ctx.newId(), client.id, ctx.now, SEARCH, keyDigest(ctx.keys, SEARCH, 'k')],
    ),
  );
}

for (const endpoint of endpoints) {
  const { method, path, answers } = endpoint;
  const id = operationIdOf(endpoint);
  const operation = document.paths[path][method.toLowerCase()];
  const statuses = [...Object.keys(answers).map(Number), ...problemStatuses(endpoint)].filter(
    (status) => status !== 503 && status !== 408,
  );

  test.each(statuses.map((status) => [`${method} ${path} → ${status}`, status] as const))(
    '%s',
    async (_name, status) => {
      const vendor = await testVendor(api);
      const { answer } = await meet(vendor, endpoint, status);
      expect([status, answer.body]).toEqual([answer.status, answer.body]);
      const type = answer.headers.get('content-type') ?? '';
      expect(type).toBe(status < 400 ? 'application/json' : 'application/problem+json');
      expect(answer.headers.get('x-request-id')).toBeTruthy();
      if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      if (status === 429) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      expectSchema(operation.responses[status], answer.body, type);
    },
  );

  async function meet(vendor: Vendor, { path: template }: typeof endpoint, status: number) {
    const given = CASES[id]?.[status] ?? generic(endpoint, status);
    for (const step of given.before ?? []) await step(vendor);
    const at = given.path ? await given.path(vendor) : somewhere(template);
    const scope = SCOPES.find((one) => !('scope' in endpoint.access) || one !== endpoint.access.scope);
    const authorization: Record<string, string> =
      status === 403 ? { authorization: `Bearer ${await vendor.token(scope)}` } : {};
    const call = vendor.call(method, at + (given.query ?? ''), given.body, {
      ...given.headers,
      ...authorization,
    });
    return { answer: (await working(vendor, call)) as Answer };
  }
}

/** What any call may meet. */
function generic({ method, query, body }: (typeof endpoints)[number], status: number): Case {
  const sent = method === 'GET' ? undefined : '{}';
  switch (status) {
    case 400:
      return method === 'GET' ? { query: '?nosuch=1' } : { body: '{"a":' };
    case 401:
      return { body: sent, headers: { authorization: 'Bearer nobody' } };
    case 403:
      return { body: sent };
    case 413:
      return { body: `{"a":"${'x'.repeat(16 * 1024 * 1024)}"}` };
    case 415:
      return { body: '<a/>', headers: { 'content-type': 'application/xml' } };
    case 422:
      if (!query || body) return { body: '{"nosuch":1}' };
      return { query: 'limit' in query.shape ? '?limit=0' : '?runId=none' };
    case 429:
      return {
        before: [
          ({ ctx }) => asOwner('update district set calls_per_minute = 1 where id = $1', [ctx.district.id]),
          (vendor) => vendor.call('GET', '/schools'),
        ],
        body: sent,
      };
    default:
      throw new Error(`${method}: there is no case for ${status}`);
  }
}
const somewhere = (path: string) =>
  path.replace('{staffNumber}', '10058').replace('{runId}', NOBODY).replace('{section}', 'errors');

/** The answer is what the document says of this operation and status. */
function expectSchema(response: Record<string, unknown>, body: unknown, type: string): void {
  const at = (response.$ref as string | undefined)?.slice('#/components/responses/'.length);
  const found = at ? document.components.responses[at] : response;
  const schema = found.content[type.split(';')[0] as string].schema;
  const validate = ajv.compile(rebased(schema) as object);
  expect(
    validate(body) ? [] : validate.errors?.map(({ instancePath, message }) => [instancePath, message]),
  ).toEqual([]);
}

/** References of the document, seen from a schema by itself. */
function rebased(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'));
}
