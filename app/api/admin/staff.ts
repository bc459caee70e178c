import { STAFF_RIGHTS } from '../../../lib/auth/rights.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listPeople } from '../../../lib/people/list-people.ts';
import { peopleFoundSchema, staffSearchSchema } from '../../../lib/people/schema.ts';

const searchStaff = endpoint({
  method: 'POST',
  path: '/staff/search',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'Staff directory',
  description:
    'Staff without a position are found with the filter `incomplete` or with `all` only (SRCH-1). A POST, so that an ' +
    'SSN that is searched for stands in no log (SRCH-2).',
  body: json(staffSearchSchema),
  answers: { 200: peopleFoundSchema },
  verb: async (ctx, { body: { all, ...asked } }) =>
    reply(200, await listPeople(ctx, { ...asked, among: all ? 'staff' : 'directory' })),
});

export const staffEndpoints = [searchStaff];
