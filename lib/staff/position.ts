import { applyCall, inCall } from '../change/apply-call.ts';
import { loadCampusState, peopleOf } from '../change/load/load-campus-state.ts';
import { numberShared, numberUnknown } from '../change/plan/match-person.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPositionCreate, planPositionUpdate } from '../change/plan/positions/single-position.ts';
import type { Context } from '../context.ts';
import type { Warning } from '../failure.ts';
import { parsePosition } from '../record/parse-position.ts';
import { withValueMap } from '../value-mapping/with-value-map.ts';
import { allPositionErrors } from './all-errors.ts';
import type { PositionAnswer } from './answer.ts';
import { assertFresh } from './etag.ts';
import { onlyMember, staffMember } from './read-staff.ts';
import { failureOf, noMatch, refusal } from './refusal.ts';

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
  const { positions, warnings } = await changePosition(ctx, call, planPositionCreate);
  return { position: positions[0] as PositionAnswer, warnings };
}

/** Moves the dates of all positions that match (POS-9). @throws Invalid, NotFound, Conflict, Stale */
export async function updatePosition(
  ctx: Context,
  call: PositionCall,
): Promise<{ updated: PositionAnswer[]; warnings: Warning[] }> {
  const { positions, warnings } = await changePosition(ctx, call, planPositionUpdate);
  return { updated: positions, warnings };
}

type Changed = { positions: PositionAnswer[]; warnings: Warning[] };

const changePosition = (
  ctx: Context,
  call: PositionCall,
  planPosition: typeof planPositionCreate,
): Promise<Changed> =>
  withValueMap(ctx, 'position', call.json, async (json, mapped) => {
    const { positions, warnings } = await changeMapped(ctx, { ...call, json }, planPosition);
    return { positions, warnings: [...mapped, ...warnings] };
  });

async function changeMapped(
  ctx: Context,
  { staffNumber, json, ifMatch }: PositionCall,
  planPosition: typeof planPositionCreate,
): Promise<Changed> {
  const parsed = parsePosition(json);
  if ('errors' in parsed) throw refusal(await allPositionErrors(ctx, parsed.errors, json));
  const { position } = parsed;
  const record = { staffNumber, demographics: {}, positions: [position] };
  return inCall(ctx, staffNumber, async (tx) => {
    const state = await loadCampusState(ctx, tx, [record]);
    const people = peopleOf(state, record);
    await assertFresh(ifMatch, () => onlyMember(ctx, tx, people));
    const [person, ...others] = people;
    if (others.length > 0) throw noMatch(numberShared(staffNumber, people.length));
    if (!person) throw noMatch(numberUnknown(staffNumber));
    const plan = planPosition(position, person, newBatch(ctx, state, 'update'));
    if (plan.outcome === 'failed') throw failureOf(plan);
    await applyCall(ctx, tx, plan, 'assignments');
    const { positions } = await staffMember(ctx, tx, plan.personId);
    return { positions: positions.filter(({ id }) => plan.positions.includes(id)), warnings: plan.warnings };
  });
}
