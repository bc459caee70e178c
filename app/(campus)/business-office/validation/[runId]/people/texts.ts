import type { PersonCard } from '../../../../../../lib/report/people/schema.ts';
import { count, counted } from '../../../../../../lib/text/numbers.ts';

/** The sentences of the People view. */
export const PEOPLE_TEXTS = {
  lead: (): string => 'One card for each person the commit changes or refuses.',
  keys: (): string => 'Press j and k to move, x to select.',
  progress: (reviewed: number, people: number): string => `${count(reviewed)} of ${count(people)} reviewed`,
  matches: (people: number): string =>
    people === 0 ? 'No matches.' : `${counted(people, 'person matches', 'people match')}.`,
  nobody: (): string => 'The commit changes nobody.',
  nobodyNext: (): string =>
    'HR and Campus agree on everyone HR sent. The Sections tab lists the rest of the report.',
  noMatches: (): string => 'No people match these filters.',
  noMatchesNext: (): string => 'Change the search or clear the filters.',
  excluded: (people: number): string =>
    people === 1 ? 'Commits now skip this person.' : `Commits now skip these ${count(people)} people.`,
  willBeExcluded: (people: number): string =>
    people === 1
      ? 'Commits skip this person until you include them again. The person’s data stays unchanged.'
      : `Commits skip these ${count(people)} people until you include them again. Their data stays unchanged.`,
  reasonNeeded: (): string => 'Enter a reason, for the admin who includes them again.',
  included: (): string => 'This person is included again.',
  /** *guardian, no staff number*; *staff, PENDING*. */
  who: ({ staffNumber, is }: Pick<PersonCard['candidates'][number], 'staffNumber' | 'is'>): string =>
    [...is, staffNumber?.trim() || 'no staff number'].join(', '),
  likely: (): string => 'Campus likely has this person already.',
  sameNumber: (number: string): string =>
    `This person has the staff number ${number} now. Validate again to compare them with HR’s record.`,
  samePerson: (name: string, number: string): string =>
    `Gives the person in Campus the staff number ${number}, which HR uses for ${name}. The commit then updates this person instead of creating a second one.`,
  /** @param validated this card has the outcome already */
  samePersonDone: (number: string, validated: boolean, differs: boolean): string =>
    `The person has the staff number ${number} now. ${
      validated
        ? differs
          ? 'The card shows what the commit changes.'
          : 'HR and Campus agree on this person: the commit changes nothing.'
        : 'Validate again to compare them with HR’s record.'
    }`,
  searchCampusOnly: (): string => 'People in Campus whom HR did not send.',
  nobodyFound: (): string => 'Nobody in Campus whom HR did not send matches.',
};
