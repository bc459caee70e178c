import { z } from 'zod';
import { endpoint, reply, uncheckedJson } from '../../../lib/http/endpoint.ts';
import { positionRequest, staffMemberUpdateRequest } from '../../../lib/record/schema.ts';
import { positionAnswer, staffMemberAnswer, staffMemberWithWarnings } from '../../../lib/staff/answer.ts';
import { createStaffMember } from '../../../lib/staff/create.ts';
import { etagOf } from '../../../lib/staff/etag.ts';
import { postStaffMemberRequest } from '../../../lib/staff/on-likely-duplicate.ts';
import { createPosition, updatePosition } from '../../../lib/staff/position.ts';
import { readStaffMember } from '../../../lib/staff/read-staff.ts';
import { updateStaffMember } from '../../../lib/staff/update.ts';
import { warningSchema } from '../../../lib/wire/schema.ts';
import { coach, simpsonAnswer } from './answer-examples.ts';
import { lineAddress, simpson } from './examples.ts';

const PATH = '/staffMembers/{staffNumber}';
const read = { scope: 'staff.read' } as const;
const write = { scope: 'staff.write' } as const;
const shared =
  'Several people have this number. Staff numbers must be unique: ask the district to correct them in Campus.';
const nobody = 'Nobody in this district has this number.';
const stale = 'The staff member has changed since the ETag in `If-Match`. Read again, then decide again.';
const warnings = z.array(warningSchema);

export const getStaffMember = endpoint({
  method: 'GET',
  path: PATH,
  access: read,
  summary: 'One staff member',
  description:
    'Also one without positions, which a search does not find (SRCH-1). The answer has a strong ETag for If-Match.',
  answers: { 200: staffMemberAnswer },
  answerExamples: { 200: simpsonAnswer },
  problems: { 409: shared },
  async verb(ctx, { params }) {
    const staffMember = await readStaffMember(ctx, params);
    return reply(200, staffMember, { etag: etagOf(staffMember) });
  },
});

export const postStaffMember = endpoint({
  method: 'POST',
  path: '/staffMembers',
  access: write,
  summary: 'Create a staff member',
  description:
    'Positions are optional, but "a person is not considered a staff member until they have position data": `complete` ' +
    'says so. A staffNumber that a person already has is 409, and nothing changes (STAFF-4). Search before you create.',
  body: uncheckedJson(postStaffMemberRequest),
  examples: { 'A coach': simpson, 'With an address as one line': lineAddress },
  answers: { 201: staffMemberWithWarnings },
  answerExamples: { 201: { staffMember: simpsonAnswer, warnings: [] } },
  problems: {
    409: 'The number is taken (STAFF-4), or with `reject` someone in Campus is likely the same person (CMB-2).',
  },
  async verb(ctx, { body }) {
    const created = await createStaffMember(ctx, body);
    const number = encodeURIComponent(created.staffMember.staffNumber ?? '');
    const etag = etagOf(created.staffMember);
    return reply(201, created, { location: `/staffMembers/${number}`, etag });
  },
});

export const putStaffMember = endpoint({
  method: 'PUT',
  path: PATH,
  access: write,
  summary: 'Update a staff member',
  description:
    'Takes "the same properties as the creation API". A property left out stays as it is; null clears it (STAFF-6). ' +
    '`positions` "assumes that these are all the positions" (POS-10).',
  body: uncheckedJson(staffMemberUpdateRequest),
  examples: { 'A new name': { lastName: 'Brown' }, 'All positions': { positions: simpson.positions } },
  answers: { 200: staffMemberWithWarnings },
  answerExamples: { 200: { staffMember: simpsonAnswer, warnings: [] } },
  problems: { 404: nobody, 409: shared, 412: stale },
  async verb(ctx, { params, body, headers }) {
    const { staffNumber } = params;
    const updated = await updateStaffMember(ctx, {
      staffNumber,
      json: body,
      ifMatch: headers.get('if-match'),
    });
    return reply(200, updated, { etag: etagOf(updated.staffMember) });
  },
});

export const postPosition = endpoint({
  method: 'POST',
  path: `${PATH}/position`,
  access: write,
  summary: 'Create a position',
  description: 'Always creates: it "does not fail if you create two positions with the same values" (POS-8).',
  body: uncheckedJson(positionRequest),
  examples: { 'A coach': simpson.positions[0] },
  answers: { 201: z.object({ position: positionAnswer, warnings }).meta({ id: 'PositionCreated' }) },
  answerExamples: { 201: { position: coach, warnings: [] } },
  problems: { 404: nobody, 409: shared, 412: stale },
  verb: async (ctx, { params: { staffNumber }, body, headers }) =>
    reply(201, await createPosition(ctx, { staffNumber, json: body, ifMatch: headers.get('if-match') }), {
      location: `/staffMembers/${encodeURIComponent(staffNumber)}`,
    }),
});

export const putPosition = endpoint({
  method: 'PUT',
  path: `${PATH}/position`,
  access: write,
  summary: 'Update the dates of a position',
  description:
    'Key and startDate match: endDate is updated (POS-5); else key and endDate match: startDate is updated (POS-6), ' +
    'on all matches. A code that you send and Campus lacks is added (POS-4). No match: 404 (POS-9).',
  body: uncheckedJson(positionRequest),
  examples: { 'The end of a position': { ...simpson.positions[0], endDate: '2024-06-30' } },
  answers: { 200: z.object({ updated: z.array(positionAnswer), warnings }).meta({ id: 'PositionsUpdated' }) },
  answerExamples: { 200: { updated: [{ ...coach, endDate: '2024-06-30' }], warnings: [] } },
  problems: {
    404: 'Nobody has this number, or no position matches by POS-5 or POS-6.',
    409: shared,
    412: stale,
  },
  verb: async (ctx, { params: { staffNumber }, body, headers }) =>
    reply(200, await updatePosition(ctx, { staffNumber, json: body, ifMatch: headers.get('if-match') })),
});
