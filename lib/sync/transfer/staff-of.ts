import type { ErrorCode } from '../../codes/code.ts';
import { type FieldError, Invalid } from '../../failure.ts';
import { nearest } from '../../text/nearest.ts';
import { FIX_BODY, listMissing, NOT_AN_OBJECT, unknownProperty } from './texts.ts';
import type { Transfer } from './transfer.ts';

/**
 * The staff of a transfer's body: `{ "staffMembers": [...] }` or a bare array.
 * @throws Invalid for another shape
 */
export function staffOf(body: unknown): Transfer {
  const bare = Array.isArray(body);
  const records = bare ? body : ownList(body);
  return { records: records.map((value) => ({ value })), pointer: bare ? '' : '/staffMembers' };
}

function ownList(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) throw refusal('', 'notAnObject', NOT_AN_OBJECT);
  const unknown = Object.keys(body).filter((name) => name !== 'staffMembers');
  const errors: FieldError[] = unknown.map((name) => ({
    pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    code: 'unknownProperty',
    ...unknownProperty(name, nearest(name, ['staffMembers']) !== undefined),
  }));
  const list = (body as { staffMembers?: unknown }).staffMembers;
  if (!Array.isArray(list))
    errors.unshift({
      pointer: '/staffMembers',
      code: list === undefined ? 'required' : 'notAList',
      ...listMissing(list === undefined),
    });
  if (errors.length > 0) throw new Invalid(FIX_BODY, errors);
  return list as unknown[];
}

const refusal = (pointer: string, code: ErrorCode, message: string) =>
  new Invalid(message, [{ pointer, code, message }]);
