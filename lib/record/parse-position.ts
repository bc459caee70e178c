import type { z } from 'zod';
import type { FieldError } from '../failure.ts';
import { positionCrossErrors } from './cross-checks.ts';
import { cleaned } from './fields.ts';
import type { PositionRecord } from './record.ts';
import { type PositionRequest, positionRequest } from './schema.ts';
import { validate } from './validate.ts';

/** A sound position as HR sent it: what it leaves out is null (STAFF-6). */
export const positionRecord = (sent: PositionRequest): PositionRecord => ({
  schoolNumber: sent.schoolNumber.trim(),
  assignmentCode: cleaned(sent.assignmentCode),
  titleCode: cleaned(sent.titleCode),
  titleDescription: cleaned(sent.titleDescription),
  startDate: sent.startDate.trim(),
  endDate: cleaned(sent.endDate),
});

/** The body of a single position call (POS-8, POS-9), with all its errors at once. */
export function parsePosition(json: unknown): { position: PositionRecord } | { errors: FieldError[] } {
  const outcome = validate<z.output<typeof positionRequest>>(positionRequest, json, (sent) =>
    positionCrossErrors(sent, ''),
  );
  return 'errors' in outcome ? outcome : { position: positionRecord(outcome.sent) };
}
