import type { Transaction } from '../../../db/client.ts';
import { recordAudits } from '../../audit/record-audit.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import { readPeople } from '../../change/load/people.ts';
import { hasCampusChanged, retryWhenCampusChanged } from '../../change/retry.ts';
import { rowOf } from '../../change/row-of.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { changedMeanwhile } from '../edit/edit-person.ts';
import { outdatePlans } from '../edit/number-holder.ts';
import { EDIT_WHY } from '../edit/texts.ts';
import { reasonText } from '../reason-text.ts';
import { holdersOf } from './holders.ts';
import { judgeNumbers } from './judge.ts';
import type { NumbersChange, NumbersChanged } from './schema.ts';
import { LIST_TEXTS } from './texts.ts';

type Wanted = NumbersChange['changes'][number];

/**
 * Gives many people other Local Staff Numbers, also those HR manages (RO-3, CHK-2): all in one transaction, each with its
 * own entry in history and audit log, as a single change has. Who is not as the preview showed them is left as they are,
 * and named in the answer.
 * @throws Conflict when others kept changing the same people
 */
export const changeNumbers = (ctx: Context, { changes, reason }: NumbersChange): Promise<NumbersChanged> =>
  retryWhenCampusChanged(() =>
    ctx.db.inDistrict(ctx.district.id, (tx) => once(ctx, tx, changes, reasonText(reason))),
  ).catch((error) => {
    throw hasCampusChanged(error) ? changedMeanwhile() : error;
  });

async function once(
  ctx: Context,
  tx: Transaction,
  changes: readonly Wanted[],
  reason: string,
): Promise<NumbersChanged> {
  const ids = [...new Set(changes.map(({ personId }) => personId))];
  const people = await readPeople(ctx.keys, tx, { ids });
  const refused: NumbersChanged['refused'] = [];
  const refuse = (personId: string, message: string) => refused.push({ personId, message });
  const asShown = changes.flatMap(({ personId, was, staffNumber }) => {
    const person = people.get(personId);
    if (!person) refuse(personId, LIST_TEXTS.gone());
    else if ((was ?? '') !== (person.staffNumber ?? '')) refuse(personId, LIST_TEXTS.changedMeanwhile());
    else return [{ personId, current: person.staffNumber, number: staffNumber.trim(), person }];
    return [];
  });
  const holders = await holdersOf(
    tx,
    asShown.map(({ number }) => number),
  );
  const judged = judgeNumbers(asShown, holders);
  const accepted = asShown.filter(({ personId, number }, place) => {
    const judgement = judged[place];
    if (judgement?.outcome === 'taken') refuse(personId, LIST_TEXTS.taken(number, judgement.holder.name));
    else if (judgement?.outcome !== 'change') refuse(personId, LIST_TEXTS.changedMeanwhile());
    return judgement?.outcome === 'change';
  });
  await write(ctx, tx, accepted, reason);
  return { changed: accepted.length, refused };
}

async function write(
  ctx: Context,
  tx: Transaction,
  accepted: readonly { person: CampusPerson; number: string }[],
  reason: string,
): Promise<void> {
  const why = EDIT_WHY.numberCorrected('CHK-2', ctx.actor.name, reason);
  await applyPlans(
    tx,
    writerOf(ctx, 'campus'),
    accepted.map(({ person, number }) => {
      const before = rowOf('person', person);
      const after = { ...before, staffNumber: number };
      return {
        personId: person.id,
        rev: person.rev,
        staffNumber: number,
        changes: [{ table: 'person', op: 'update', id: person.id, before, after, ...why }],
      };
    }),
  );
  await outdatePlans(
    tx,
    accepted.map(({ person, number }) => ({ before: person.staffNumber, after: number })),
  );
  await recordAudits(
    ctx,
    tx,
    accepted.map(({ person, number }) => ({
      action: 'person.change-number',
      target: person.id,
      detail: { staffNumber: number, reason },
    })),
  );
}
