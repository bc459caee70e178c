const number = new Intl.NumberFormat('en-US');

/** A warning of the report: entries of its section *Errors*. */
export const commitWillRefuse = (entries: number): string =>
  `The commit will refuse ${number.format(entries)} ${entries === 1 ? 'entry' : 'entries'} listed under errors. Everyone else will be committed.`;

/** Why a record that was not staged is listed under errors. */
export const setAsideBecause = (messages: readonly string[]): string =>
  `Set aside during the transfer. ${[...new Set(messages)].join(' ')}`;
