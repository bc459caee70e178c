import { count, counted } from '../../text/numbers.ts';
import type { StagingShare } from './staging-shares.ts';

const staffMembers = (n: number): string => counted(n, 'staff member', 'staff members');

/** `the HR client Payroll (12), Alice Archer in Campus (3)` */
export const whose = (shares: readonly StagingShare[]): string =>
  shares
    .map(
      ({ kind, name, staff }) =>
        `${kind === 'client' ? `the HR client ${name}` : `${name} in Campus`} (${count(staff)})`,
    )
    .join(', ');

export const total = (shares: readonly StagingShare[]): number =>
  shares.reduce((sum, { staff }) => sum + staff, 0);

/** Why a restart is refused that would discard what others have staged (SYNC-4). */
export const othersStaging = (shares: readonly StagingShare[]) => ({
  message: `A restart would discard ${staffMembers(total(shares))} staged by others: ${whose(shares)}.`,
  hint: 'Ask them first. To discard it and begin again, send {"restart": true}.',
});

export const stagingDiscarded = (staff: number, others: readonly StagingShare[]): string =>
  `${counted(staff, 'transferred staff member', 'transferred staff members')} of the previous run ${staff === 1 ? 'was' : 'were'} discarded.${
    others.length > 0 ? ` Others had staged ${count(total(others))} of them: ${whose(others)}.` : ''
  }`;

/** The message to a user whose staging somebody else has discarded. */
export const yoursWasDiscarded = (by: string, { staff }: StagingShare) => ({
  subject: 'The staff you transferred were discarded',
  body: `${by} restarted the staff synchronization. ${staffMembers(staff)} that you had transferred ${staff === 1 ? 'is' : 'are'} no longer staged. Transfer them again if they are still needed. Campus is not changed.`,
});

/** The message about the staging of HR clients, to those who are notified of synchronizations. */
export const clientsWereDiscarded = (by: string, shares: readonly StagingShare[]) => ({
  subject: 'Staff that HR transferred were discarded',
  body: `${by} restarted the staff synchronization. ${staffMembers(total(shares))} from ${whose(shares)} ${total(shares) === 1 ? 'is' : 'are'} no longer staged. HR has to transfer them again. Campus is not changed.`,
});
