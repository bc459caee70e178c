import { count, counted } from '../../text/numbers.ts';
import {
  type Action,
  also,
  because,
  countOf,
  type Event,
  figures,
  isObject,
  listedTexts,
  say,
  simple,
} from '../sentence.ts';

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
const LIMITS: Record<string, string> = {
  created: 'people created',
  renamed: 'people renamed',
  ended: 'employments ended',
  changed: 'people changed',
  erased: 'people with erased values',
  positionsRemoved: 'positions removed',
  shrunk: 'people fewer than in the last feed',
};
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
/** What is done with a synchronization, from its start to its undo, and with people who are excluded from it. */
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
      ...(aside > 0 ? also(say`${counted(aside, 'of them was', 'of them were')} set aside.`) : []),
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
      : also(say`${countOf(event, 'received', 'staff member was', 'staff members were')} received.`)),
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
} as const satisfies Record<string, Action>;
