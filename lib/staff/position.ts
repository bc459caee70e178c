import type { Transaction } from '../../db/client.ts';
import { carryOut } from '../change/apply-call.ts';
import type { CampusPerson, CampusState } from '../change/campus-state.ts';
import type { PositionPlan } from '../change/person-plan.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPositionCreate, planPositionUpdate } from '../change/plan/positions/single-position.ts';
import type { Context } from '../context.ts';
import { NotFound, type Warning } from '../failure.ts';
import { parsePosition } from '../record/parse-position.ts';
import { type PositionRecord, staffNumberKey } from '../record/record.ts';
import { allPositionErrors } from './all-errors.ts';
import type { PositionAnswer } from './answer.ts';
import { assertFresh } from './etag.ts';
import { sharedNumber, staffMembers, unknownNumber } from './read-staff.ts';
import { refusal } from './refusal.ts';
import { currentOf } from './update.ts';

export interface PositionCall {
  /** The path's. */
  staffNumber: string;
  json: unknown;
  ifMatch: string | null;
}

/** Always creates a position (POS-8). @throws Invalid, NotFound, Conflict, Stale */
export async function createPosition(
  ctx: Context,
  call: PositionCall,
): Promise<{ position: PositionAnswer; warnings: Warning[] }> {
  const { positions, warnings } = await carryOutPosition(ctx, call, planPositionCreate);
  return { position: positions[0] as PositionAnswer, warnings };
}

/** Moves the dates of all positions that match (POS-9). @throws Invalid, NotFound, Conflict, Stale */
export async function updatePosition(
  ctx: Context,
  call: PositionCall,
): Promise<{ updated: PositionAnswer[]; warnings: Warning[] }> {
  const { positions, warnings } = await carryOutPosition(ctx, call, planPositionUpdate);
  return { updated: positions, warnings };
}

type PlanPosition = typeof planPositionCreate;

async function carryOutPosition(
  ctx: Context,
  { staffNumber, json, ifMatch }: PositionCall,
  plan: PlanPosition,
) {
  const parsed = parsePosition(json);
  if ('errors' in parsed) throw refusal(await allPositionErrors(ctx, parsed.errors, json));
  const { position } = parsed;
  return carryOut(
    ctx,
    { staffNumber, demographics: {}, positions: [position] },
    {
      event: 'assignments',
      async plan(state, tx) {
        await assertFresh(ifMatch, () => currentOf(ctx, tx, state, staffNumber));
        return planFor(ctx, state, staffNumber, position, plan);
      },
      refuse(failed) {
        const missing = failed.errors.find((error) => error.code === 'positionNotFound');
        throw missing
          ? new NotFound(`${missing.message} ${missing.hint}`, [missing])
          : refusal(failed.errors);
      },
      answer: async (tx, done) => ({
        positions: await positionsOf(ctx, tx, done.personId, done.positions),
        warnings: done.warnings,
      }),
    },
  );
}

function planFor(
  ctx: Context,
  state: CampusState,
  staffNumber: string,
  position: PositionRecord,
  plan: PlanPosition,
): PositionPlan {
  const people = state.people.get(staffNumberKey(staffNumber)) ?? [];
  if (people.length > 1) throw sharedNumber(staffNumber);
  if (people.length === 0) throw unknownNumber(staffNumber);
  return plan(position, people[0] as CampusPerson, newBatch(ctx, state, 'update'));
}

async function positionsOf(ctx: Context, tx: Transaction, personId: string, ids: readonly string[]) {
  const [member] = await staffMembers(ctx, tx, [personId]);
  return (member?.positions ?? []).filter((position) => ids.includes(position.id));
}
