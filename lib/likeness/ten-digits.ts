/** The first ten digits of a US number without its country code: an extension takes no part. */
export const tenDigits = (phone: string | null | undefined): string | undefined =>
  phone
    ?.replace(/\D/g, '')
    .replace(/^1(?=\d{10})/, '')
    .match(/^\d{10}/)?.[0];
