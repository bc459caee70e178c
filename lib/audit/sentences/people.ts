import { type Action, also, because, countOf, type Event, type Part, say, simple } from '../sentence.ts';

/** The other one of two. */
const one = ({ of }: Event, key: string, unknown: string): Part => of(key)[0] ?? { text: unknown };

/** People and addresses in Campus. */
export const PEOPLE = {
  'person.search-ssn': simple('Asked about an SSN', undefined, ({ detail }) => [
    ...say`Searched for a Social Security number.`,
    ...also(detail.flag('found') ? say`Somebody has it.` : say`Nobody has it.`),
  ]),
  'person.edit': simple('Edited a person', 'person', (event) => {
    const section = event.detail.text('section');
    return section ? say`Edited ${section} of ${event.it}.` : say`Edited ${event.it}.`;
  }),
  'person.change-number': simple('Changed a staff number', 'person', (event) => [
    ...say`Changed the staff number of ${event.it} to ${event.detail.text('staffNumber') ?? 'another one'}.`,
    ...because(event),
  ]),
  'person.remove-employment': simple('Removed an employment', 'person', (event) => [
    ...say`Removed an employment of ${event.it}.`,
    ...because(event),
  ]),
  'person.unlock': simple('Unlocked a person HR manages', 'person', (event) => [
    ...say`Unlocked what HR manages of ${event.it} for ${countOf(event, 'hours', 'hour', 'hours') ?? 'some hours'}.`,
    ...because(event),
  ]),
  'person.lock': simple(
    'Ended an emergency unlock',
    'person',
    ({ it }) => say`Ended the emergency unlock of ${it}.`,
  ),
  'person.combine': {
    name: 'Combined two people',
    target: 'person',
    others: { combined: 'person' },
    sentence: (event) => say`Combined ${one(event, 'combined', 'another person')} into ${event.it}.`,
  },
  'person.undo-combine': {
    name: 'Undid a combination',
    target: 'person',
    others: { restored: 'person' },
    sentence: (event) =>
      say`Undid the combination of ${one(event, 'restored', 'another person')} and ${event.it}.`,
  },
  'people.import': simple('Imported people', undefined, (event) => {
    const people = countOf(event, 'people', 'person', 'people') ?? 'people';
    return say`Imported ${people} from a file on the command line.`;
  }),
  'address.merge': {
    name: 'Merged addresses',
    target: 'address',
    others: { dropped: 'address' },
    sentence(event) {
      const moved = countOf(event, 'households', 'household moved', 'households moved');
      return [
        ...say`Merged ${one(event, 'dropped', 'another address')} into ${event.it}.`,
        ...(moved ? also(say`${moved} to the kept address.`) : []),
      ];
    },
  },
  'address.different': {
    name: 'Marked addresses as not the same',
    target: 'address',
    others: { other: 'address' },
    sentence: (event) =>
      say`Marked ${event.it} and ${one(event, 'other', 'another address')} as not the same.`,
  },
  'address.undo': {
    name: 'Undid an address decision',
    target: 'address',
    others: { other: 'address' },
    sentence(event) {
      const other = one(event, 'other', 'another address');
      return event.detail.text('kind') === 'merged'
        ? say`Undid the merge of ${other} into ${event.it}.`
        : say`Withdrew the mark that ${event.it} and ${other} are not the same.`;
    },
  },
} as const satisfies Record<string, Action>;
