import { expect, test } from 'vitest';
import { decodeChange, encodeChange } from './journal-format.ts';
import { EMPTY_PERSON } from './person-row.ts';

const ssn = (index: string, cipher = index) => ({
  cipher: Buffer.from(cipher),
  index: Buffer.from(index),
  last4: '6789',
});
const update = (before: ReturnType<typeof ssn>, after: ReturnType<typeof ssn>) => ({
  table: 'person' as const,
  op: 'update' as const,
  id: 'p1',
  before: { ...EMPTY_PERSON, ssn: before },
  after: { ...EMPTY_PERSON, ssn: after },
  rule: 'STAFF-6',
  reason: 'HR has a different SSN.',
});
const stored = (change: Parameters<typeof encodeChange>[0]) =>
  decodeChange(JSON.parse(JSON.stringify(encodeChange(change))));

test('an SSN with the same last four digits comes back whole', () => {
  const change = update(ssn('one'), ssn('other'));
  expect(stored(change)).toEqual({ ...change, before: { ssn: ssn('one') }, after: { ssn: ssn('other') } });
});

test('an SSN that was only sealed again has not changed', () => {
  expect(stored(update(ssn('one', 'a'), ssn('one', 'b')))).toMatchObject({ before: {}, after: {} });
});

test('how a change is written is no part of the journal', () => {
  expect(encodeChange({ ...update(ssn('one'), ssn('one')), marksOnly: true })).not.toHaveProperty(
    'marksOnly',
  );
});
