/** A refused call, with what is wrong with which field of its body. */
export interface Refusal {
  message: string;
  errors: readonly { pointer: string; message: string; hint?: string | undefined }[];
}

/**
 * Whether the fields of a form already say all that a refused call says: each of its errors is of one of them, and its message is
 * only theirs. Pure.
 * @param fields as pointers without the first `/`, such as `name` or `groups/0/group`
 */
export function saidByFields({ message, errors }: Refusal, fields: readonly string[]): boolean {
  if (errors.length === 0 || !errors.every(({ pointer }) => fields.includes(pointer.slice(1)))) return false;
  const plain = errors.map((error) => error.message).join(' ');
  const hinted = errors.map((error) => [error.message, error.hint].filter(Boolean).join(' ')).join(' ');
  return message === plain || message === hinted;
}
