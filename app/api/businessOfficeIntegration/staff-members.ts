import { z } from 'zod';
import { endpoint, reply, uncheckedJson } from '../../../lib/http/endpoint.ts';
import { positionAnswer, staffMemberAnswer, staffMemberWithWarnings } from '../../../lib/staff/answer.ts';
import { createStaffMember } from '../../../lib/staff/create.ts';
import { etagOf } from '../../../lib/staff/etag.ts';
import { postStaffMemberRequest } from '../../../lib/staff/on-likely-duplicate.ts';
import { createPosition, updatePosition } from '../../../lib/staff/position.ts';
import { readStaffMember } from '../../../lib/staff/read-staff.ts';
import { positionRequest, staffMemberUpdateRequest } from '../../../lib/staff/schema.ts';
import { updateStaffMember } from '../../../lib/staff/update.ts';
import { warningSchema } from '../../../lib/sync/schema.ts';

const PATH = '/staffMembers/{staffNumber}';
const read = { scope: 'staff.read' } as const;
const write = { scope: 'staff.write' } as const;
const warnings = z.array(warningSchema);

export const getStaffMember = endpoint({
  method: 'GET',
  path: PATH,
  access: read,
  summary: 'One staff member',
  description: 'Also an incomplete one, whom search would hide (SRCH-1). Has a strong ETag for If-Match.',
  answers: { 200: staffMemberAnswer },
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
    'tells. A staffNumber that a person already has is 409, and nothing changes (STAFF-4). Search before you create.',
  body: uncheckedJson(postStaffMemberRequest),
  answers: { 201: staffMemberWithWarnings },
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
  answers: { 200: staffMemberWithWarnings },
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
  answers: { 201: z.object({ position: positionAnswer, warnings }) },
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
    'on all matches. No match: 404 (POS-9).',
  body: uncheckedJson(positionRequest),
  answers: { 200: z.object({ updated: z.array(positionAnswer), warnings }) },
  verb: async (ctx, { params: { staffNumber }, body, headers }) =>
    reply(200, await updatePosition(ctx, { staffNumber, json: body, ifMatch: headers.get('if-match') })),
});
