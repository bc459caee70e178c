import { expect } from '@playwright/test';
import { insertPerson } from '../../db/testing/person.ts';
import { inboxOf, insertRecipient } from '../../lib/notify/testing/recipient.ts';
import { BATCH_SIZE } from '../../lib/sync/batch/batches.ts';
import type { TestDistrict } from '../district.ts';
import { holdPeople } from '../run-in.ts';
import { staffOf } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';
import { expectWhole } from './ledger.ts';

const FIRST = 20_000;
const ERROR_LOG = '/business-office/error-log?state=open&grouped=true';
/** So that the commit has two batches. */
const STAFF = BATCH_SIZE + 100;

/** A feed of two batches, or of so many staff, sent and validated: new people, but the last is in Campus and may be held. */
export async function stageFeed({ ctx }: TestDistrict, vendor: Vendor, staff = STAFF) {
  const last = String(FIRST + staff - 1);
  await insertPerson(ctx, { staffNumber: last, lastName: 'Held' });
  const notified = await insertRecipient(ctx, 'notified', 'HR Sync Commit');
  const sent = staffOf(staff, FIRST);
  await vendor.send(sent);
  ok(await vendor.validate(), 200);
  return {
    sent,
    /**
     * The commit has ended as if nothing had happened; NOT-4: with one message.
     * @param others people who were created by other calls meanwhile
     */
    async expectCommitted(through = vendor, others = 0) {
      await through.untilCommitted();
      // Asking for a job that is not there yet fills the error log, of which they are told too.
      const inbox = await inboxOf(ctx, notified);
      const ofCommit = inbox.filter(({ link }) => link !== ERROR_LOG);
      expect(ofCommit).toMatchObject([{ type: 'HR Sync Commit' }]);
      await expectWhole(through, { ctx }, sent, 1 + others);
    },
    /** Commits until the first batch is written and the second waits, because somebody edits its last person. */
    async commitHalf() {
      const release = await holdPeople(ctx, [last]);
      ok(await vendor.submitCommitJob(), 202);
      const { processed } = await vendor.untilJob('the first batch', (job) => job.processed >= BATCH_SIZE);
      return { release, processed };
    },
  };
}
