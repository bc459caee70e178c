import { loadReferenceValues } from '../change/load/reference-values.ts';
import { positionReferenceErrors, referenceErrors } from '../change/plan/references.ts';
import type { Context } from '../context.ts';
import type { FieldError } from '../failure.ts';
import { type CodesSent, codesSent, positionCodesSent } from '../record/codes-sent.ts';

/** What was wrong with a record when it was read, and the codes in it that Campus does not know: all at once (STAFF-8). */
export async function allErrors(ctx: Context, errors: FieldError[], json: unknown): Promise<FieldError[]> {
  const codes = codesSent(json);
  return [...errors, ...referenceErrors(codes, await referenceOf(ctx, codes)).errors];
}

/** The same of the body of a position call. */
export async function allPositionErrors(
  ctx: Context,
  errors: FieldError[],
  json: unknown,
): Promise<FieldError[]> {
  const position = positionCodesSent(json);
  const reference = await referenceOf(ctx, { demographics: {}, positions: [position] });
  return [...errors, ...positionReferenceErrors(position, reference).errors];
}

const referenceOf = (ctx: Context, codes: CodesSent) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => loadReferenceValues(tx, [codes]));
