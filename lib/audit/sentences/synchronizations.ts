import { count } from '../../text/numbers.ts';
import { changedValues, inWords } from '../changed-values.ts';
import {
  type Action,
  also,
  because,
  countOf,
  type Event,
  figures,
  isObject,
  listedTexts,
  type Part,
  say,
  simple,
} from '../sentence.ts';

/** What was changed of one value on the page of value mappings; nothing of a mapping that was saved with a file. */
function mappedValue({ detail }: Event): Part[] {
  const value = detail.text('value');
  if (value === null) return [];
  if (detail.flag('removed')) return also(say`“${value}” is no longer mapped.`);
  const code = detail.text('after');
  return also(code === null ? say`Rows with “${value}” are ignored.` : say`“${value}” is ${code}.`);
}

const COMMITTED = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  held: 'excluded',
  failed: 'failed',
};
const UNDONE = {
  restored: 'restored',
  putBack: 'created again',
  removed: 'removed',
  kept: 'kept',
  unchanged: 'unchanged',
  failed: 'failed',
};
const SETTINGS = {
  commitLimit: 'the largest commit that waits for its answer',
  keepUnlistedPositions: 'positions that HR leaves out stay',
  initialIsNoChange: 'an initial is not a change',
};
const GUARDS = {
  enabled: 'guards on',
  leastPeople: 'people who never exceed a limit',
  created: 'people created (percent)',
  renamed: 'people renamed (percent)',
  ended: 'employments ended (percent)',
  changed: 'people changed (percent)',
  erased: 'values erased (percent)',
  positionsRemoved: 'positions removed (percent)',
  shrunk: 'a smaller feed (percent)',
  secondPerson: 'a second person approves',
};
const LIMITS: Record<string, string> = {
  created: 'people created',
  renamed: 'people renamed',
  ended: 'employments ended',
  changed: 'people changed',
  erased: 'people with erased values',
  positionsRemoved: 'positions removed',
  shrunk: 'people fewer than in the last feed',
};
const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const STATES: Record<string, string> = {
  transferring: 'during the transfer',
  transferred: 'after the transfer',
  validated: 'after the validation',
  committing: 'during the commit',
};

const exceeded = ({ detail }: Event) => {
  const limits = detail.list('limits').flatMap((limit) => {
    if (!isObject(limit)) return [];
    const name = LIMITS[String(limit.limit)];
    return name && typeof limit.found === 'number' ? [`${count(limit.found)} ${name}`] : [];
  });
  return limits.length > 0 ? also(say`Above the limits: ${listedTexts(limits)}.`) : [];
};
const resulting = (event: Event, names: Record<string, string>) => {
  const result = figures(event, names);
  return result ? also(say`Staff: ${result}.`) : [];
};
const window = (value: Record<string, unknown> | null): string => {
  const days = Array.isArray(value?.days) ? value.days.map((day) => DAYS[Number(day)] ?? '') : [];
  const names = days.length === 7 ? 'every day' : days.join(', ');
  return value ? `${names}, ${String(value.begins)} to ${String(value.ends)}` : 'none';
};
const feedSource = ({ detail }: Event) => [
  ...(detail.text('source')
    ? also(say`Source: ${FEED_SOURCES[detail.text('source') ?? ''] ?? detail.text('source')}.`)
    : []),
  ...(detail.has('secret') ? also(say`Its password or key was changed.`) : []),
];
const FEED_SOURCES: Record<string, string> = {
  sftp: 'an SFTP server',
  folder: 'a folder',
  https: 'a web address',
};

/** Synchronizations, their guards, schedules and feeds. */
export const SYNCHRONIZATIONS = {
  'sync.start': simple('Started a transfer', 'run', ({ it, detail }) => [
    ...say`Started ${it}.`,
    ...(detail.flag('discarded') ? also(say`What was staged before was discarded.`) : []),
    ...detail
      .list('ofOthers')
      .flatMap((share) =>
        isObject(share) && typeof share.staff === 'number'
          ? also(say`${share.staff} of it came from ${String(share.name)}.`)
          : [],
      ),
  ]),
  'sync.transfer': simple('Transferred staff by file', 'run', (event) => {
    const aside = event.detail.number('setAside') ?? 0;
    return [
      ...say`Transferred ${countOf(event, 'received', 'staff member', 'staff members') ?? 'staff'} by file to ${event.it}.`,
      ...(aside > 0 ? also(say`${aside} were set aside.`) : []),
    ];
  }),
  'sync.upload.problems': simple(
    'Downloaded rows with problems',
    undefined,
    (event) =>
      say`Downloaded ${countOf(event, 'rows', 'row', 'rows') ?? 'the rows'} with problems of a file.`,
  ),
  'sync.end': simple('Ended a transfer', 'run', (event) => [
    ...say`Ended the transfer of ${event.it}.`,
    ...(event.detail.number('received') === null
      ? []
      : also(say`${countOf(event, 'received', 'staff member was', 'staff members were')} transferred.`)),
  ]),
  'sync.validate': simple('Validated', 'run', ({ it, detail }) =>
    detail.flag('scheduled') ? say`Validated ${it} before its scheduled commit.` : say`Validated ${it}.`,
  ),
  'sync.commit': simple('Requested a commit', 'run', (event) => {
    const { it, detail, moment } = event;
    return [
      ...say`Requested the commit of ${it}${detail.number('total') === null ? '' : `, ${countOf(event, 'total', 'staff member', 'staff members')}`}.`,
      ...(detail.text('scheduledFor') ? also(say`It was scheduled for ${moment('scheduledFor')}.`) : []),
      ...(detail.text('insteadOfScheduled')
        ? also(say`It replaces the commit scheduled for ${moment('insteadOfScheduled')}.`)
        : []),
      ...(detail.text('feed') ? also(say`The feed ${detail.text('feed')} asked for it.`) : []),
    ];
  }),
  'sync.committed': simple('Committed', 'run', (event) => [
    ...say`Committed ${event.it}.`,
    ...resulting(event, COMMITTED),
  ]),
  'sync.held': simple('Held a commit for approval', 'run', (event) => [
    ...say`Held the commit of ${event.it} for approval.`,
    ...exceeded(event),
  ]),
  'sync.approve': simple('Approved a held commit', 'run', (event) => [
    ...say`Approved the commit of ${event.it}.`,
    ...exceeded(event),
    ...because(event),
  ]),
  'sync.schedule': simple(
    'Scheduled a commit',
    'run',
    ({ it, moment }) => say`Scheduled the commit of ${it} for ${moment('dueAt') ?? 'later'}.`,
  ),
  'sync.unschedule': simple('Cancelled a scheduled commit', 'run', ({ it, moment }) => {
    const due = moment('dueAt');
    return say`Cancelled the scheduled commit of ${it}${due ? `, due ${due}` : ''}.`;
  }),
  'sync.cancel': simple('Cancelled a synchronization', 'run', ({ it, detail }) => {
    const when = STATES[detail.text('state') ?? ''];
    return say`Cancelled ${it}${when ? ` ${when}` : ''}.`;
  }),
  'sync.undo': simple('Requested the undo of a commit', 'run', (event) => {
    const staff = countOf(event, 'total', 'person', 'people');
    return say`Requested the undo of ${event.it}${staff ? `, ${staff}` : ''}.`;
  }),
  'sync.undone': simple('Undid a commit', 'run', (event) => [
    ...say`Undid the commit of ${event.it}.`,
    ...resulting(event, UNDONE),
  ]),
  'sync.holdOut': simple('Excluded people from commits', undefined, (event) => {
    const several = event.detail.texts('staffNumbers');
    const who =
      several.length > 1
        ? say`the staff numbers ${listedTexts(several)}`
        : say`the staff number ${several[0] ?? event.it}`;
    return [...say`Excluded ${who} from commits.`, ...because(event)];
  }),
  'sync.letIn': simple(
    'Included a person in commits again',
    undefined,
    ({ it }) => say`Included the staff number ${it} in commits again.`,
  ),
  'sync.guards': simple('Changed the commit guards', undefined, ({ detail }) => {
    const what = changedValues(detail, GUARDS);
    return say`Changed the commit guards${what ? `: ${what}` : ''}.`;
  }),
  'sync.settings': simple('Changed the settings of synchronizations', undefined, ({ detail }) => {
    const what = changedValues(detail, SETTINGS);
    return say`Changed the settings of synchronizations${what ? `: ${what}` : ''}.`;
  }),
  'sync.offHours': simple(
    'Changed the off hours',
    undefined,
    ({ detail }) =>
      say`Changed the off hours from ${window(detail.at('before'))} to ${window(detail.at('after'))}.`,
  ),
  'sync.mapping': simple('Saved a file mapping', undefined, (event) => {
    const version = event.detail.number('version');
    return [
      ...say`Saved the file mapping ${event.it}${version === null ? '' : `, version ${inWords(version)}`}.`,
      ...mappedValue(event),
    ];
  }),
  'sync.mapping.remove': simple(
    'Removed a file mapping',
    undefined,
    ({ it }) => say`Removed the file mapping ${it}.`,
  ),
  'feed.create': simple('Created a feed', undefined, (event) => [
    ...say`Created the feed ${event.it}.`,
    ...feedSource(event),
  ]),
  'feed.edit': simple('Edited a feed', undefined, (event) => [
    ...say`Edited the feed ${event.it}.`,
    ...feedSource(event),
  ]),
  'feed.pause': simple('Paused a feed', undefined, ({ it }) => say`Paused the feed ${it}.`),
  'feed.resume': simple('Resumed a feed', undefined, ({ it }) => say`Resumed the feed ${it}.`),
  'feed.run': simple('Ran a feed', undefined, ({ it }) => say`Ran the feed ${it} at once.`),
  'feed.delete': simple('Deleted a feed', undefined, ({ it }) => say`Deleted the feed ${it}.`),
} as const satisfies Record<string, Action>;
