import type { Transaction } from '../../../db/client.ts';
import type { AuditAction } from '../../audit/actions.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change } from '../../change/change.ts';
import { loadPeopleWhole } from '../../change/load/load-campus-state.ts';
import { hasCampusChanged, retryWhenCampusChanged } from '../../change/retry.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { Conflict, type FieldError, NotFound } from '../../failure.ts';
import { refusal } from '../../staff/refusal.ts';
import { PEOPLE_TEXTS } from '../texts.ts';
import { currentUnlock } from '../unlock/current-unlock.ts';
import { recordDrift } from '../unlock/record-drift.ts';
import type { Unlock } from '../unlock/schema.ts';
import { UNLOCK_TEXTS } from '../unlock/texts.ts';
import { EDIT_TEXTS, type EditedField } from './texts.ts';

/** What an edit by hand does to one person, by the same kinds of change as HR's. */
export interface EditPlan {
  changes: Change[];
  errors: FieldError[];
}

export interface Edit {
  personId: string;
  /** What the edit was made from; undefined if the plan checks it by a value. */
  rev: number | undefined;
  /** For the audit: which section. */
  section: string;
  /** What the edit would write, as pointers into the body: for the refusal of a read-only person. */
  fields: readonly EditedField[];
  /** Corrects what HR can't change through the API, also of a person HR manages (RO-3). */
  correction?: { action: AuditAction; detail: Record<string, unknown> };
  plan: (person: CampusPerson, tx: Transaction) => Promise<EditPlan>;
  /** In the same transaction, once the changes are written. */
  afterwards?: (tx: Transaction, person: CampusPerson) => Promise<void>;
}

/**
 * One person edited by hand in Campus: the writer, the journal and the guards of every other change (STYLE, one path).
 * @throws NotFound; Conflict when HR manages the person (RO-1) and nobody unlocked them (RO-5), or when they were changed
 *   since `rev`; Invalid
 */
export const editPerson = (ctx: Context, edit: Edit): Promise<void> =>
  retryWhenCampusChanged(() => ctx.db.inDistrict(ctx.district.id, (tx) => once(ctx, tx, edit))).catch(
    (error) => {
      throw hasCampusChanged(error) ? changedMeanwhile() : error;
    },
  );

async function once(ctx: Context, tx: Transaction, edit: Edit): Promise<void> {
  const person = (await loadPeopleWhole(ctx, tx, [edit.personId])).get(edit.personId);
  if (!person) throw new NotFound(PEOPLE_TEXTS.noSuchPerson());
  const unlock = edit.correction ? null : await currentUnlock(tx, person.id, ctx.now);
  if (!edit.correction && !unlock) assertEditable(person, edit.fields);
  if (edit.rev !== undefined && person.rev !== edit.rev) throw changedMeanwhile();
  const planned = await edit.plan(person, tx);
  const { errors } = planned;
  const changes = unlock ? planned.changes.map((change) => unlockedChange(change, unlock)) : planned.changes;
  if (errors.length > 0) throw refusal(errors);
  if (changes.length === 0) return;
  const staffNumber = numberAfter(person, changes);
  await applyPlans(tx, writerOf(ctx, 'campus'), [
    { personId: person.id, rev: person.rev, staffNumber, changes },
  ]);
  if (unlock) await recordDrift(ctx, tx, person, changes);
  await edit.afterwards?.(tx, person);
  await recordAudit(ctx, tx, {
    action: edit.correction?.action ?? 'person.edit',
    target: person.id,
    detail: edit.correction?.detail ?? { section: edit.section, changes: changes.length },
  });
}

const unlockedChange = (change: Change, { reason }: Unlock): Change => ({
  ...change,
  rule: 'RO-5',
  reason: UNLOCK_TEXTS.whyChanged(change.reason, reason),
});

/** RO-1, for every way an admin could write what HR manages. @throws Conflict that names each field */
export function assertEditable({ hrManagedAt }: CampusPerson, fields: readonly EditedField[]): void {
  if (hrManagedAt === null) return;
  throw new Conflict(
    EDIT_TEXTS.readOnly(),
    fields.map((field) => ({
      pointer: `/${field}`,
      code: 'readOnly',
      message: EDIT_TEXTS.managedByHr(field),
      hint: CORRECTIONS[field] ?? EDIT_TEXTS.changeInHr(),
    })),
  );
}

/** RO-3: what HR can't change, so no hint may send an admin there. */
const CORRECTIONS: { [field in EditedField]?: string } = {
  staffNumber: EDIT_TEXTS.numberHint(),
  employments: EDIT_TEXTS.employmentHint(),
};

export const changedMeanwhile = () => new Conflict(EDIT_TEXTS.changedMeanwhile());

function numberAfter(person: CampusPerson, changes: readonly Change[]): string {
  const change = changes.find(({ table }) => table === 'person');
  const row = change?.table === 'person' && change.after ? change.after : person;
  return row.staffNumber ?? '';
}
