import { maskText } from './mask-text.ts';
import { isClientId, isPhoneOrZip, type Kind, kindOfName } from './names.ts';

/** A JSON value masked like a text (`maskText`): its texts, its numbers and its names. It stays valid JSON. */
export const maskValue = (value: unknown): unknown => masked(value, undefined);

/** The same for JSON as a text. */
export const maskJson = (text: string): string =>
  maskText(text) === text ? text : JSON.stringify(maskValue(JSON.parse(text)));

function masked(value: unknown, kind: Kind | undefined): unknown {
  if (typeof value === 'string') return maskedText(value, kind);
  if (typeof value === 'number') return maskedNumber(value, kind);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return maskedList(value, kind);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      maskText(name),
      masked(one, kind === 'ssn' || kind === 'secret' ? kind : kindOfName(name)),
    ]),
  );
}

function maskedText(text: string, kind: Kind | undefined): string {
  if (kind === 'secret' || (kind === 'clientId' && !isClientId(text)))
    return '*'.repeat(Math.min(3, text.length));
  if (kind === 'ssn') return text.replace(/[\p{Nd}\p{No}]/gu, '*');
  return isPhoneOrZip(kind, text) ? text : maskText(text);
}

function maskedNumber(value: number, kind: Kind | undefined): unknown {
  if (isComputed(value) && kind !== 'ssn' && kind !== 'secret') return value;
  const text = maskedText(String(value), kind);
  return text === String(value) ? value : text;
}

const COMPUTED_DIGITS = 15;
/** A fraction of more digits than people write was computed, such as the score of a likely match: it stays a number. */
const isComputed = (value: number): boolean =>
  !Number.isInteger(value) && String(value).replaceAll(/\D/g, '').length >= COMPUTED_DIGITS;

/** An SSN may be written as a list of digits. */
function maskedList(list: readonly unknown[], kind: Kind | undefined): unknown[] {
  const each = list.map((one) => masked(one, kind));
  if (list.some((one) => typeof one === 'object')) return each;
  const joined = list.map((one) => (typeof one === 'number' && isComputed(one) ? 'x' : one)).join(',');
  return maskText(joined) === joined ? each : list.map((one) => masked(one, kind ?? 'ssn'));
}
