import { localTime } from '../export/local-time.ts';
import { count, counted } from '../text/numbers.ts';
import type { ErrorsAbove } from './errors-above.ts';
import type { SilentClient } from './silent-clients.ts';

/** Messages and e-mails about errors and silent clients. */
export const ALERT_TEXTS = {
  errors: ({ errors, hours }: ErrorsAbove): string =>
    `${counted(errors, 'open error', 'open errors')} in ${counted(hours, 'hour', 'hours')}`,
  errorsBody: ({ errors, limit, hours, low }: ErrorsAbove): string =>
    `The error log has ${counted(errors, 'entry', 'entries')} of the last ${counted(hours, 'hour', 'hours')} that nobody has resolved or ignored. The limit is ${count(limit)}.\n\nOpen the error log: it shows them grouped by cause.\n\nYou are notified again after the number has fallen to ${count(low)} and exceeds the limit once more.`,

  silent: ([first, ...rest]: readonly SilentClient[]): string =>
    first && rest.length === 0
      ? `${first.name} has stopped calling`
      : `${count(rest.length + 1)} API clients have stopped calling`,
  silentBody: (clients: readonly SilentClient[], timeZone: string): string =>
    [
      clients
        .map(
          ({ name, lastUsedAt, days }) =>
            `${name}: last call ${localTime(lastUsedAt, timeZone)}, ${counted(days, 'day', 'days')} ago.`,
        )
        .join('\n'),
      'Ask the vendor whether its interface still runs. Disable a client that is no longer used.',
      'You are notified again only if a client calls and then stops again.',
    ].join('\n\n'),
} as const;
