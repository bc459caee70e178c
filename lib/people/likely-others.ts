import { loadPeopleWhole } from '../change/load/load-campus-state.ts';
import { currentIdentity } from '../change/plan/identities.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { findLikely } from '../likeness/find-likely.ts';
import { peopleRows } from './list-people.ts';
import type { LikelyOther } from './schema.ts';

/** Who else in Campus is likely the same person (CMB-2), the likeliest first. @throws NotFound */
export const likelyOthers = (ctx: Context, { id }: { id: string }): Promise<LikelyOther[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const person = (await loadPeopleWhole(tx, [id], todayOf(ctx))).get(id);
    if (!person) throw new NotFound('There is no such person in this district.');
    const { ssn, birthDate, workEmail, personalEmail, workPhone, cellPhone, otherPhone } = person;
    const { lastName, firstName } = currentIdentity(person) ?? { lastName: null, firstName: null };
    const demographics = {
      ...{ lastName, firstName, birthDate },
      ...{ workEmail, personalEmail, workPhone, cellPhone, otherPhone },
    };
    const [likely = []] = await findLikely(tx, [{ staffNumber: '', demographics, ssn }]);
    const others = likely.filter((other) => other.id !== id);
    const rows = await peopleRows(
      tx,
      others.map((other) => other.id),
    );
    return rows.map((row) => ({
      ...row,
      reasons: others.find((other) => other.id === row.id)?.reasons ?? [],
    }));
  });
