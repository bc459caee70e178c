/** A name without case and accents, as identity.last_name_key and first_name_key hold it: what search compares (SRCH-2). */
export const nameKey = (name: string): string =>
  name
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
