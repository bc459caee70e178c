import type { ErrorCode } from '../../codes/code.ts';
import { type FieldError, Invalid, TooLarge } from '../../failure.ts';
import { nearest } from '../../text/nearest.ts';
import type { Transfer } from './transfer.ts';

/** API.md, *Conventions*. */
const MOST = 10_000;

/**
 * The staff of a transfer's body: `{ "staffMembers": [...] }` or a bare array.
 * @throws Invalid for another shape, TooLarge for more than 10,000
 */
export function staffOf(body: unknown): Transfer {
  const bare = Array.isArray(body);
  const records = bare ? body : ownList(body);
  if (records.length > MOST)
    throw new TooLarge(
      `A call takes ${MOST.toLocaleString('en-US')} staff at most; this one has ${records.length}. Send it in several calls.`,
    );
  return { records: records.map((value) => ({ value })), pointer: bare ? '' : '/staffMembers' };
}

function ownList(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null)
    throw refusal(
      '',
      'notAnObject',
      'The body must be {"staffMembers": [...]} or an array of staff members.',
    );
  const unknown = Object.keys(body).filter((name) => name !== 'staffMembers');
  const errors: FieldError[] = unknown.map((name) => ({
    pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    code: 'unknownProperty',
    message: `"${name.slice(0, 50)}" is not a known property.`,
    hint: nearest(name, ['staffMembers']) ? 'Rename it to "staffMembers".' : 'Known here: staffMembers.',
  }));
  const list = (body as { staffMembers?: unknown }).staffMembers;
  if (!Array.isArray(list))
    errors.unshift({
      pointer: '/staffMembers',
      code: list === undefined ? 'required' : 'notAList',
      message:
        list === undefined ? 'staffMembers is required.' : 'staffMembers must be an array of staff members.',
      hint: 'Send {"staffMembers": [...]} or an array of staff members.',
    });
  if (errors.length > 0)
    throw new Invalid('Nothing of this call was staged. Mend the body and send it again.', errors);
  return list as unknown[];
}

const refusal = (pointer: string, code: ErrorCode, message: string) =>
  new Invalid(message, [{ pointer, code, message }]);
