import { changedValues, inWords } from '../changed-values.ts';
import { type Action, also, type Event, type Part, say, simple } from '../sentence.ts';

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
const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const window = (value: Record<string, unknown> | null): string => {
  const days = Array.isArray(value?.days) ? value.days.map((day) => DAYS[Number(day)] ?? '') : [];
  const names = days.length === 7 ? 'every day' : days.join(', ');
  return value ? `${names}, ${String(value.begins)} to ${String(value.ends)}` : 'none';
};

/** What was changed of one value on the page of value mappings; nothing of a mapping that was saved with a file. */
function mappedValue({ detail }: Event): Part[] {
  const value = detail.text('value');
  if (value === null) return [];
  if (detail.flag('removed')) return also(say`“${value}” is no longer mapped.`);
  const code = detail.text('after');
  return also(code === null ? say`Rows with “${value}” are ignored.` : say`“${value}” is ${code}.`);
}

/** How synchronizations are done: guards, settings, off hours and the mappings of files. */
export const SYNC_SETTINGS = {
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
} as const satisfies Record<string, Action>;
