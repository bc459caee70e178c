import { VALUE_KIND_NOUNS } from '../../record/csv/meaning.ts';
import { changedValues, inWords } from '../changed-values.ts';
import { type Action, also, countOf, type Event, isObject, listed, say, simple } from '../sentence.ts';

/** `assignment-codes` is the list's name on the command line. */
const LISTS: Record<string, string> = {
  ...VALUE_KIND_NOUNS,
  'assignment-codes': VALUE_KIND_NOUNS.assignmentCodes,
};
const kindOf = ({ detail }: Event): string => LISTS[detail.text('kind') ?? ''] ?? 'code';
const CODE = { name: 'the name', type: 'the type', active: 'active' };
const RECIPIENTS = { added: 'userId', removed: 'userId' } as const;
const ALERTS = {
  errorLimit: 'errors',
  errorHours: 'hours in which they are counted',
  silentDays: 'days without a call',
};
const KEPT: Record<string, string> = {
  results: 'results of synchronizations',
  unchangedResults: 'results of unchanged staff',
  reports: 'validation reports',
  changes: 'the history of changes',
  runs: 'synchronizations',
  staging: 'what HR sent',
  errors: 'the error log',
  requests: 'the request log',
  messages: 'messages',
  audit: 'the audit log',
};

const recipients = ({ of }: Event) =>
  (['added', 'removed'] as const).flatMap((key) => {
    const users = of(key);
    if (users.length === 0) return [];
    return also(
      key === 'added' ? say`Recipients added: ${listed(users)}.` : say`Recipients removed: ${listed(users)}.`,
    );
  });
const notification = ({ detail }: Event): string => {
  const type = detail.text('type');
  return type ? `a notification of ${type}` : 'a notification';
};
const entries = (verb: string) => (event: Event) =>
  say`${verb} ${countOf(event, 'entries', 'entry', 'entries') ?? 'entries'} of the error log.`;

/** Codes, value mapping, notifications, the error log and the district itself. */
export const SETTINGS = {
  'codes.add': simple('Added a school or code', undefined, (event) => {
    const name = event.detail.at('after')?.name;
    return say`Added the ${kindOf(event)} ${event.it}${typeof name === 'string' ? `: ${name}` : ''}.`;
  }),
  'codes.edit': simple('Edited a school or code', undefined, (event) => {
    const what = changedValues(event.detail, CODE);
    return say`Changed the ${kindOf(event)} ${event.it}${what ? `: ${what}` : ''}.`;
  }),
  'codes.remove': simple('Removed a school or code', undefined, (event) => {
    const name = event.detail.at('before')?.name;
    return say`Removed the ${kindOf(event)} ${event.it}${typeof name === 'string' ? `: ${name}` : ''}.`;
  }),
  'codes.import': simple('Imported codes', undefined, (event) => {
    const list = LISTS[event.it.text];
    const [created, changed] = [event.detail.number('created') ?? 0, event.detail.number('changed') ?? 0];
    return say`Imported ${list ? `${list}s` : 'codes'} on the command line: ${created} created, ${changed} changed.`;
  }),
  'mapping.save': simple('Mapped a value of HR', undefined, (event) => {
    const { it, detail } = event;
    const before = detail.text('before');
    return [
      ...say`Mapped the ${kindOf(event)} “${it}” of ${detail.text('client') ?? 'an API client'} to ${detail.text('after') ?? 'another code'}.`,
      ...(before ? also(say`It was ${before} before.`) : []),
    ];
  }),
  'mapping.remove': simple(
    'Removed a value mapping',
    undefined,
    (event) =>
      say`Removed the mapping of the ${kindOf(event)} “${event.it}” of ${event.detail.text('client') ?? 'an API client'} to ${event.detail.text('before') ?? 'a code'}.`,
  ),
  'notification.create': {
    name: 'Created a notification',
    others: RECIPIENTS,
    sentence: (event) => [...say`Created ${notification(event)}.`, ...recipients(event)],
  },
  'notification.edit': {
    name: 'Edited a notification',
    others: RECIPIENTS,
    sentence: (event) => [...say`Edited ${notification(event)}.`, ...recipients(event)],
  },
  'notification.delete': {
    name: 'Deleted a notification',
    others: RECIPIENTS,
    sentence: (event) => [...say`Deleted ${notification(event)}.`, ...recipients(event)],
  },
  'notification.limits': simple(
    'Changed when Campus notifies of errors and silent vendors',
    undefined,
    ({ detail }) => {
      const what = changedValues(detail, ALERTS);
      return say`Changed when Campus notifies of errors and silent vendors${what ? `: ${what}` : ''}.`;
    },
  ),
  'error.resolve': simple('Resolved errors of the log', undefined, entries('Resolved')),
  'error.ignore': simple('Ignored errors of the log', undefined, entries('Ignored')),
  'error.reopen': simple('Reopened errors of the log', undefined, entries('Reopened')),
  'district.create': simple(
    'Created the district',
    undefined,
    ({ it, detail }) =>
      say`Created the district ${it}, in the time zone ${detail.text('timeZone') ?? 'of its operator'}.`,
  ),
  'district.export': simple(
    'Exported the district',
    undefined,
    ({ it }) => say`Exported the district ${it} on the command line.`,
  ),
  'retention.set': simple('Changed how long data is kept', undefined, ({ detail }) => {
    const kinds = detail.keys().flatMap((kind) => {
      const days = detail.at(kind);
      if (!isObject(days)) return [];
      return [`${KEPT[kind] ?? kind} from ${inWords(days.before)} to ${inWords(days.after)} days`];
    });
    return say`Changed how long data is kept${kinds.length > 0 ? `: ${kinds.join('; ')}` : ''}.`;
  }),
} as const satisfies Record<string, Action>;
