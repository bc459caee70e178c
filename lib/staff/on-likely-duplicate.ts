import { z } from 'zod';
import { Conflict, type FieldError, type Warning } from '../failure.ts';
import { SCALE } from '../likeness/scale.ts';
import { staffMemberCreateRequest } from '../record/schema.ts';

const CHOICES = ['warn', 'reject'] as const;
export type OnLikelyDuplicate = (typeof CHOICES)[number];

/** The body of POST staffMembers: a StaffMember, and what to do when Campus likely has the person already (CMB-2). */
export const postStaffMemberRequest = staffMemberCreateRequest
  .extend({
    onLikelyDuplicate: z
      .enum(CHOICES)
      .optional()
      .meta({
        description:
          'What to do when Campus likely has this person already (CMB-2): "warn" creates them and names the candidates in ' +
          'a warning, which is the default; "reject" answers 409 and creates nobody.',
        examples: ['reject'],
      }),
  })
  .meta({ id: 'NewStaffMemberRequest' });

/** Takes the choice out of the body, which then is a StaffMember like any other. */
export function splitOffChoice(json: unknown): {
  json: unknown;
  choice: OnLikelyDuplicate;
  errors: FieldError[];
} {
  if (
    typeof json !== 'object' ||
    json === null ||
    Array.isArray(json) ||
    !Object.hasOwn(json, 'onLikelyDuplicate')
  )
    return { json, choice: 'warn', errors: [] };
  const { onLikelyDuplicate, ...rest } = json as { onLikelyDuplicate: unknown };
  const choice = CHOICES.find((known) => known === onLikelyDuplicate);
  if (choice) return { json: rest, choice, errors: [] };
  const message = 'onLikelyDuplicate must be "warn" or "reject".';
  return {
    json: rest,
    choice: 'warn',
    errors: [{ pointer: '/onLikelyDuplicate', code: 'notAChoice', message }],
  };
}

/** Nobody was created, because somebody in Campus is likely the same person. */
export class LikelyDuplicate extends Conflict {
  /** Whether one of the candidates has the SSN that was sent. */
  readonly bySsn: boolean;
  constructor({ message, candidates = [] }: Warning) {
    super(
      `${message} Nobody was created. Update the person by their number, or send "onLikelyDuplicate": "warn".`,
      [{ pointer: '', code: 'likelyDuplicate', message }],
      { candidates },
    );
    this.bySsn = candidates.some(({ reasons }) => reasons.includes(SCALE.sameSsn.reason));
  }
}

/** @throws LikelyDuplicate when somebody is likely and the choice is to reject */
export function rejectOrWarn(choice: OnLikelyDuplicate, warning: Warning | undefined): Warning[] {
  if (!warning) return [];
  if (choice === 'warn') return [warning];
  throw new LikelyDuplicate(warning);
}
