/** What users and vendors read of a synchronization: refusals, failures and messages. */
export const SYNC_TEXTS = {
  unknownRun: () => 'There is no such synchronization in this district.',
  noRunYet: () => 'This district has not had a synchronization yet. Begin one with sync/start.',
  noCommitJob: () => 'No commit job was ever submitted in this district.',
  nothingToCancel: () => 'There is no live synchronization to cancel.',
  nothingToRestart: () => 'There is no live synchronization to restart. Start a transfer.',
  isLive: () =>
    'A synchronization is live already. Continue it, or start again without "restart": false to discard it.',
  runIsNotLive: (runId: string) => `Run ${runId} is not live, and no other run is.`,
  otherRunIsLive: (runId: string, live: { id: string; startedBy: string; startedAt: Date; status: string }) =>
    `Run ${runId} is not live. The live run is ${live.id}: ${live.startedBy} started it at ${live.startedAt.toISOString()}, and it is ${live.status}.`,
  callStart: () => 'Call start to begin a synchronization.',
  continueLiveRun: (runId: string) =>
    `Continue with runId=${runId} if that run is yours. Otherwise wait until it has ended, or call start to begin again.`,
  nothingTransferred: () =>
    'Nothing has been transferred yet. Transfer the staff first, then end the transfer.',
  otherNumberReceived: (expected: number, received: number) =>
    `${expected} staff were expected, but ${received} were received. Transfer what is missing, or restart the transfer.`,
  runChanged: () =>
    'Another call changed the synchronization at the same time. Check its state and try again.',
  validationFailed: () => 'The validation failed. Validate again.',
  validationStopped: () =>
    'The validation was stopped, because the synchronization was restarted or cancelled.',

  jobFailed: () => 'The job failed.',
  jobStopped: () => 'The job failed. What it did until then is kept. Submit it again.',

  nothingHeld: () => 'No commit is held for approval. Reload the page to see the current state.',
  alreadyApproved: (by: string) => `${by} has approved this commit already.`,
  secondPersonNeeded: () => 'You requested this commit, so another admin has to approve it.',
  loosensWithoutRight: () =>
    'A second person approves commits here, so only a user with User Security, too, may allow more changes or turn the approval off. Stricter limits you can save.',
  loosensOwnCommit: () =>
    'You requested the commit that waits for approval, so another admin has to change these limits. Stricter ones you can save.',
  excluded: () => 'An admin excluded this person from commits. Nothing was changed.',
  alreadyExcluded: (staffNumber: string) => `${staffNumber} is excluded from commits already.`,
  notExcluded: (staffNumber: string) => `${staffNumber} is not excluded from commits.`,
  /** @param limits one sentence each, without a period */
  held: (limits: readonly string[], by: string) =>
    `${limits.join('.\n')}.\n\n${by} requested the commit. Nothing was committed. An admin can approve the commit.`,

  undoWhileLive: () => 'Another synchronization is live. Commit it or cancel it, then undo.',
  nothingToUndo: () => 'This synchronization changed nobody: there is nothing to undo.',
  undoAfterEnd: () => 'This synchronization is live. You can undo it after it has ended.',

  hrDidNotSend: (staffNumber: string) =>
    `HR sent nobody with the staff number ${staffNumber}. Read the newest report.`,
  hrSendsPerson: (staffNumber: string) =>
    `HR already sends a record for this person: ${staffNumber}. If both records are one person, HR has to retire one of the numbers.`,
  reportIsOver: () =>
    'This report belongs to a synchronization that has ended or is being committed. Start a new one, then use its report.',
} as const;
