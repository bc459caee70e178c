import { expect, test } from 'vitest';
import {
  clientsWereDiscarded,
  othersStaging,
  stagingDiscarded,
  total,
  whose,
  yoursWasDiscarded,
} from './restart-texts.ts';
import type { StagingShare } from './staging-shares.ts';

const share = (kind: StagingShare['kind'], name: string, staff: number): StagingShare => ({
  kind,
  id: name,
  name,
  staff,
});
const client = share('client', 'Payroll', 1_200);
const user = share('user', 'Alice Archer', 1);

test.each([
  [whose([client, user]), 'the HR client Payroll (1,200), Alice Archer in Campus (1)'],
  [
    othersStaging([client, user]).message,
    'A restart would discard 1,201 staff members staged by others: the HR client Payroll (1,200), Alice Archer in Campus (1).',
  ],
  [stagingDiscarded(1, []), '1 transferred staff member of the previous run was discarded.'],
  [
    stagingDiscarded(1_201, [client]),
    '1,201 transferred staff members of the previous run were discarded. Others had staged 1,200 of them: the HR client Payroll (1,200).',
  ],
  [
    yoursWasDiscarded('Morgan, Alex', user).body,
    /^Morgan, Alex restarted the staff synchronization\. 1 staff member that you had transferred is no longer staged\. /,
  ],
  [
    clientsWereDiscarded('Morgan, Alex', [client]).body,
    /1,200 staff members from the HR client Payroll \(1,200\) are no longer staged\. HR has to transfer them again\. /,
  ],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});

test('the total is of all shares', () => {
  expect(total([client, user])).toBe(1_201);
});
