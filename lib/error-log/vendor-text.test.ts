import { expect, test } from 'vitest';
import type { ErrorEntry } from './schema.ts';
import { vendorText } from './vendor-text.ts';

const ENTRY: ErrorEntry = {
  id: '00000000-0000-4000-8000-000000000000',
  occurredAt: '2026-11-29T15:00:00.000Z',
  action: 'PUT',
  path: '/campus/api/businessOfficeIntegration/staffMembers/10058',
  status: 422,
  message: '10058: There is no school "999". Murphy, Ann has it.',
  staffNumber: '10058',
  requestId: 'Req-1',
  hasPayload: true,
  client: 'Payroll',
  state: 'open',
  stateBy: null,
  stateAt: null,
  payload: '{"staffNumber":"10058","lastName":"O\'Murphy","positions":[{"schoolNumber":"999"}],"077-12":1}',
  payloadLength: 90,
  errors: [
    { pointer: '/positions/0/schoolNumber', code: 'unknownSchool', message: 'No "999".', hint: '“010”?' },
  ],
  totalErrors: 1,
  runId: null,
};

test('the vendor gets the call’s shape, the faults’ codes and places, and the request id, but no value', () => {
  const text = vendorText(ENTRY, 'https://campus.example.org');
  expect(text).toContain(
    'Campus answered PUT /campus/api/businessOfficeIntegration/staffMembers/{staffNumber} with 422',
  );
  expect(text).toContain('Request ID: Req-1\nClient: Payroll');
  expect(text).toContain('- unknownSchool at /positions/0/schoolNumber');
  expect(text).toContain("curl -X PUT 'https://campus.example.org/campus/api/");
  expect(text).toContain('"lastName": "…"');
  for (const value of ['10058', '999', 'Murphy', '010', '077']) expect(text).not.toContain(value);
});

test('a search names its parameters, not what was looked for; an own path of the API stays', () => {
  const asked = { ...ENTRY, payload: null, errors: [], requestId: null, action: 'GET' };
  const of = (path: string) => vendorText({ ...asked, path }, '');
  expect(of('/x/staffMembers/search?lastName=Murphy')).toContain('/x/staffMembers/search?lastName=…');
  expect(of('/x/staffMembers/sync/transfer')).toContain('/x/staffMembers/sync/transfer');
});

test('an upload has no curl, nor a body that is not whole', () => {
  expect(vendorText({ ...ENTRY, action: 'UPLOAD', path: 'Staff Synchronization' }, '')).not.toContain('curl');
  expect(vendorText({ ...ENTRY, payload: '{"lastName":"Mur' }, '')).not.toContain('-d');
});
