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
export const oddValues = (record: StaffRecord, today: string): Warning[] => [
  ...textsOf(record).flatMap(([pointer, text]) => unfinished(text, pointer)),
  ...identifiersOf(record).flatMap(([pointer, text]) => likeSsn(text, pointer)),
  ...oddBirthDate(record.demographics.birthDate, today),
];

type Placed = [pointer: string, text: string | null | undefined];

function textsOf({ demographics, household }: StaffRecord): Placed[] {
  const { lastName, firstName, middleName } = demographics;
  return [
    ['/lastName', lastName],
    ['/firstName', firstName],
    ['/middleName', middleName],
    ...(household?.householdLocations ?? []).flatMap(({ address }, index): Placed[] => {
      const at = `/household/householdLocations/${index}/address`;
      return [
        [at, address.street],
        [`${at}/city`, address.city],
      ];
    }),
  ];
}

function identifiersOf({ staffNumber, demographics }: StaffRecord): Placed[] {
  const { lastName, firstName, middleName } = demographics;
  return [
    ['/staffNumber', staffNumber],
    ['/lastName', lastName],
    ['/firstName', firstName],
    ['/middleName', middleName],
  ];
}

function unfinished(text: string | null | undefined, pointer: string): Warning[] {
  if (!text || (hasLetter(text) ? !PLACEHOLDERS.has(asRead(text).toLowerCase()) : /\d/.test(text))) return [];
  const message = `"${text}" looks like a placeholder; it was taken as sent. For no value send null.`;
  return [{ code: 'looksUnfinished', message, pointer }];
}

/** The digits are not repeated: a warning may be read by anyone who sees the report. */
function likeSsn(text: string | null | undefined, pointer: string): Warning[] {
  if (!text || !SSN.test(text)) return [];
  const what = pointer === '/staffNumber' ? 'The staff number' : 'The name';
  const message = RECORD_TEXTS.looksLikeSsn(what);
  return [{ code: 'looksLikeSsn', message, pointer }];
}

function oddBirthDate(birthDate: string | null | undefined, today: string): Warning[] {
  if (!birthDate) return [];
  const oldest = `${String(Number(today.slice(0, 4)) - MAX_AGE).padStart(4, '0')}${today.slice(4)}`;
  const why =
    birthDate > today ? 'in the future' : birthDate < oldest ? `over ${MAX_AGE} years ago` : undefined;
  if (!why) return [];
  const message = RECORD_TEXTS.oddBirthDate(birthDate, why);
  return [{ code: 'oddBirthDate', message, pointer: '/birthDate' }];
}
