import { count } from '../text/numbers.ts';

/** What is wrong with a property, as the end of a sentence that its name begins, and what to send instead. */
interface Refusal {
  message: string;
  hint?: string;
}
const FOR_NONE = 'For none send null.';

/** `staffNumber is required and can't be blank`: what HR reads of a property that can't be taken. */
export const PROPERTY_TEXTS = {
  tooLong: (max: number, length: number): Refusal => ({
    message: `is longer than ${count(max)} characters (it has ${count(length)})`,
    hint: 'Values are never cut: send a shorter one.',
  }),
  blank: (): Refusal => ({ message: "is required and can't be blank" }),
  withoutLetter: (): Refusal => ({ message: 'is required and has no visible letter' }),
  notADate: (): Refusal => ({
    message: 'is not a day of the calendar',
    hint: 'Send it as YYYY-MM-DD, such as "2023-10-01".',
  }),
  notAnSsn: (): Refusal => ({
    message: 'is not nine digits',
    hint: 'Dashes are allowed: "123-45-6789".',
  }),
  notAStaffNumber: (): Refusal => ({
    message: 'has characters other than letters, digits, "-", "_" and "."',
    hint: 'A staffNumber is 1 to 15 of these.',
  }),
  reserved: (number: string): Refusal => ({ message: `can't be "${number}", which is a path of the API` }),
  notAnEmail: (): Refusal => ({ message: 'has no @, so it is no e-mail address', hint: FOR_NONE }),
  notAPhone: (): Refusal => ({ message: 'has no digit, so it is no phone number', hint: FOR_NONE }),
} as const;

/** What HR reads of a record as a whole: errors, and warnings about values that were taken as sent. */
export const RECORD_TEXTS = {
  otherStaffNumber: () => ({
    message: 'The staffNumber of the body is not the one in the URL.',
    hint: 'Leave it out, or send the one in the URL. If HR has a new number for this person, an administrator changes it in Campus with Change Staff Number.',
  }),
  positionWithoutCode: () => ({
    message: 'A position needs a titleCode or an assignmentCode.',
    hint: 'Send both where you can: the more codes, the surer the match.',
  }),
  endBeforeStart: (what: 'position' | 'location', endDate: string, startDate: string) =>
    asSent(`The ${what}'s endDate ${endDate} is before its startDate ${startDate}`),
  terminationBeforeHire: (terminationDate: string, hireDate: string) =>
    asSent(`The terminationDate ${terminationDate} is before the hireDate ${hireDate}`),
  employmentsOverlap: (one: string, other: string) =>
    asSent(`The employments from ${one} and from ${other} overlap`),
  positionStillOpen: (employments: number, lastEnd: string, open: number) =>
    asSent(
      `The ${employments === 1 ? 'employment' : 'last employment'} ended on ${lastEnd}, ` +
        `but ${open === 1 ? 'a position has' : `${open} positions have`} no endDate`,
    ),
  looksLikeSsn: (what: string) =>
    `${what} looks like a Social Security number; it was taken as sent. Send an SSN only as ssn.`,
  oddBirthDate: (birthDate: string, why: string) =>
    `The birth date ${birthDate} is ${why}; it was taken as sent.`,
} as const;

const asSent = (fault: string): string => `${fault}; both were taken as sent.`;
