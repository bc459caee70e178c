/**
 * Of errors that read the same the first: two records of one number name each other, at two pointers and with one message.
 */
export const saidOnce = <T extends { message: string }>(errors: readonly T[]): T[] =>
  errors.filter((error, i) => errors.findIndex(({ message }) => message === error.message) === i);
