/**
 * What phones are compared by: their digits, without the country code of the United States and without an extension, which
 * follows the first ten. Undefined for less than a local number, and for one digit repeated: a placeholder.
 */
export function phoneKey(phone: string | null | undefined): string | undefined {
  const digits = phone
    ?.replace(/\D/g, '')
    .replace(/^1(?=\d{10})/, '')
    .slice(0, 10);
  return digits && digits.length >= 7 && !/^(\d)\1*$/.test(digits) ? digits : undefined;
}
