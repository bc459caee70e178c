import { z } from 'zod';
import { isCalendarDate } from '../text/calendar.ts';
import { hasLetter, legible } from '../text/legible.ts';
import { type Refusal, refuseWhen } from '../wire/refusal.ts';
import { PROPERTY_TEXTS } from './texts.ts';

/*
 * The building blocks of the wire schema. Values are judged and passed on as they are stored: trimmed, in NFC and without
 * invisible characters (STAFF-6, ID-5). A staffNumber is only trimmed, because it must consist of visible characters.
 */

/** A sound value, where an empty string is null. */
export const cleaned = (text: string | null | undefined): string | null => legible(text ?? '') || null;

const LENGTHS = {
  name: 50,
  phone: 25,
  email: 100,
  code: 15,
  titleDescription: 100,
  addressPart: 100,
  line: 255,
};
type Kind = keyof typeof LENGTHS;

/** STAFF-7: a value that is too long is an error, never truncated. */
function tooLong(text: string, max: number): Refusal | null {
  if (text.length <= max) return null;
  const length = [...text].length;
  return length <= max ? null : { code: 'tooLong', ...PROPERTY_TEXTS.tooLong(max, length) };
}

const blank = (text: string): Refusal | null =>
  text.trim() === '' ? { code: 'required', ...PROPERTY_TEXTS.blank() } : null;

const nameless = (text: string): Refusal | null =>
  blank(text) ?? (hasLetter(text) ? null : { code: 'required', ...PROPERTY_TEXTS.withoutLetter() });

const notADate = (text: string): Refusal | null =>
  text === '' || isCalendarDate(text) ? null : { code: 'notADate', ...PROPERTY_TEXTS.notADate() };

const notAnSsn = (text: string): Refusal | null =>
  /^(\d(-?\d){8})?$/.test(text) ? null : { code: 'notAnSsn', ...PROPERTY_TEXTS.notAnSsn() };

const RESERVED = new Set(['sync', 'search']);

/** A path of the API can't be a staff number (STAFF-1). */
export const isReserved = (number: string): boolean => RESERVED.has(number.toLowerCase());

function notAStaffNumber(text: string): Refusal | null {
  const number = text.trim();
  if (number.length > 15) return tooLong(text, 15);
  if (!/^[A-Za-z0-9._-]*$/.test(number))
    return { code: 'notAStaffNumber', ...PROPERTY_TEXTS.notAStaffNumber() };
  return isReserved(number) ? { code: 'reserved', ...PROPERTY_TEXTS.reserved(number.toLowerCase()) } : null;
}

const described = (description: string, example?: unknown) => ({
  description,
  ...(example !== undefined && { examples: [example] }),
});

const asStored = () => z.string().overwrite(legible);

const limited = (kind: Kind) => asStored().check(refuseWhen((text) => tooLong(text, LENGTHS[kind])));

/** A text that may be left out, null or empty. */
export const optionalText = (kind: Kind, description: string, example?: string) =>
  limited(kind).meta({ maxLength: LENGTHS[kind] }).nullish().meta(described(description, example));

/** A text that must be there and not blank. */
export const requiredText = (kind: Kind, description: string, example?: string) =>
  limited(kind)
    .check(refuseWhen(blank))
    .meta({ minLength: 1, maxLength: LENGTHS[kind], ...described(description, example) });

const notAnEmail = (text: string): Refusal | null =>
  text === '' || text.includes('@') ? null : { code: 'notAnEmail', ...PROPERTY_TEXTS.notAnEmail() };

const notAPhone = (text: string): Refusal | null =>
  text === '' || /\p{Decimal_Number}/u.test(text)
    ? null
    : { code: 'notAPhone', ...PROPERTY_TEXTS.notAPhone() };

/** STAFF-7: contact data that can't be what it says is an error. */
export const optionalEmail = (description: string, example?: string) =>
  limited('email')
    .check(refuseWhen(notAnEmail))
    .meta({ maxLength: LENGTHS.email })
    .nullish()
    .meta(described(description, example));

export const optionalPhone = (description: string, example?: string) =>
  limited('phone')
    .check(refuseWhen(notAPhone))
    .meta({ maxLength: LENGTHS.phone })
    .nullish()
    .meta(described(description, example));

/** A part of a name that must be there, with a letter that a reader can see (ID-5). */
export const requiredName = (description: string, example?: string) =>
  limited('name')
    .check(refuseWhen(nameless))
    .meta({ minLength: 1, maxLength: LENGTHS.name, ...described(description, example) });

export const staffNumberField = z
  .string()
  .check(refuseWhen((text) => blank(text) ?? notAStaffNumber(text)))
  .meta({
    minLength: 1,
    maxLength: 15,
    ...described(
      'The key, held in Local Staff Number: 1 to 15 of letters, digits, "-", "_" and ".". Compared without regard to ' +
        'case or surrounding blanks; leading zeros matter; "sync" and "search" are refused (STAFF-1).',
      '10058',
    ),
  });

export const optionalSsn = (description: string) =>
  asStored()
    .check(refuseWhen(notAnSsn))
    .meta({ pattern: '^(\\d(-?\\d){8})?$' })
    .nullish()
    .meta(described(description, '123-45-6789'));

const day = asStored().check(refuseWhen(notADate)).meta({ format: 'date' });

export const optionalDate = (description: string, example?: string) =>
  day.nullish().meta(described(description, example));

export const requiredDate = (description: string, example?: string) =>
  asStored()
    .check(refuseWhen((text) => blank(text) ?? notADate(text)))
    .meta({ format: 'date', ...described(description, example) });

export const optionalFlag = (description: string, byDefault: boolean | string) =>
  z
    .preprocess(blankAsNull, z.boolean().nullish())
    .optional()
    .meta({ description: `${description} Default on create: ${byDefault}.` });

/** For what a client may leave out as a whole; an empty string is null here too. */
export const optionalObject = <S extends z.ZodType>(schema: S, description: string) =>
  z.preprocess(blankAsNull, schema.nullish()).optional().meta({ description });

/** What an answer adds and a client may send back: accepted and ignored. */
export const fromAnswer = z.unknown().optional().meta({ description: 'Of an answer; accepted and ignored.' });

function blankAsNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}
