import type { Warning } from '../failure.ts';
import { asRead, hasLetter } from '../text/legible.ts';
import type { StaffRecord } from './record.ts';
import { RECORD_TEXTS } from './texts.ts';

/** What export programs and people write where they know nothing. A name may be one of these, so it is only warned of. */
const PLACEHOLDERS = new Set(
  'null,none,nil,undefined,n/a,#n/a,n.a.,n.a,tbd,tba,unknown,test,missing,pending,nmn,nmi,xxx,not provided,not applicable'.split(
    ',',
  ),
);

/** Three, two and four digits, with a first part that the Social Security Administration gives out. */
const SSN = /(?<![\d-])(?!000|666|9)\d{3}([- ]?)\d{2}\1\d{4}(?![\d-])/;
const MAX_AGE = 120;

/** Values that are accepted as sent but can hardly be what they say (STAFF-7). @param today `YYYY-MM-DD`, in the district */
export function oddValues(record: StaffRecord, today: string): Warning[] {
  const { staffNumber, demographics, household } = record;
  const locations = household?.householdLocations ?? [];
  const warnings: Warning[] = [];
  for (const field of NAMES)
    if (isUnfinished(demographics[field])) warnings.push(unfinished(demographics[field], `/${field}`));
  // A pointer is made for what is warned of alone: nearly nothing is, of a hundred thousand records.
  for (const [index, { address }] of locations.entries())
    for (const [text, inAddress] of [
      [address.street, ''],
      [address.city, '/city'],
    ] as const)
      if (isUnfinished(text))
        warnings.push(unfinished(text, `/household/householdLocations/${index}/address${inAddress}`));
  if (isLikeSsn(staffNumber)) warnings.push(likeSsn('The staff number', '/staffNumber'));
  for (const field of NAMES)
    if (isLikeSsn(demographics[field])) warnings.push(likeSsn('The name', `/${field}`));
  warnings.push(...oddBirthDate(demographics.birthDate, today));
  return warnings;
}

const NAMES = ['lastName', 'firstName', 'middleName'] as const;

type Sent = string | null | undefined;

const isUnfinished = (text: Sent): text is string =>
  Boolean(text) &&
  (hasLetter(text as string)
    ? PLACEHOLDERS.has(asRead(text as string).toLowerCase())
    : !/\d/.test(text as string));

const unfinished = (text: string, pointer: string): Warning => ({
  code: 'looksUnfinished',
  message: `"${text}" looks like a placeholder; it was taken as sent. For no value send null.`,
  pointer,
});

/** Nine digits at least, so most texts are too short. */
const isLikeSsn = (text: Sent): boolean =>
  Boolean(text) && (text as string).length >= 9 && SSN.test(text as string);

/** The digits are not repeated: a warning may be read by anyone who sees the report. */
const likeSsn = (what: string, pointer: string): Warning => ({
  code: 'looksLikeSsn',
  message: RECORD_TEXTS.looksLikeSsn(what),
  pointer,
});

function oddBirthDate(birthDate: Sent, today: string): Warning[] {
  if (!birthDate) return [];
  const oldest = `${String(Number(today.slice(0, 4)) - MAX_AGE).padStart(4, '0')}${today.slice(4)}`;
  const why =
    birthDate > today ? 'in the future' : birthDate < oldest ? `over ${MAX_AGE} years ago` : undefined;
  if (!why) return [];
  const message = RECORD_TEXTS.oddBirthDate(birthDate, why);
  return [{ code: 'oddBirthDate', message, pointer: '/birthDate' }];
}
