import { and, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, json, TRUE } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedStaff } from '../../../db/schema/staging.ts';
import type { FieldError } from '../../failure.ts';
import { type AsideRow, listed, MAX_RECORDS, stagedRow } from './aside-row.ts';
import { sentTwice } from './duplicate-check.ts';
import type { CallPlaces, OpenCall } from './open-call.ts';
import { keepSetAside, removeSetAside } from './set-aside.ts';

/** Numbers per round: of each number up to 20 records are in memory. */
const BATCH_ROWS = 500;

const repeatedKeys = defineQuery(
  'numbers that a call sent more than once',
  (orm, p: Params<{ callId: string; after: string; limit: number }>) => {
    const copied = orm
      .select({ key: sql<string>`${stagedStaff.staffNumberKey}`.as('key') })
      .from(stagedStaff)
      .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId)));
    const aside = orm
      .select({ key: sql<string>`${setAsideStaff.staffNumberKey}`.as('key') })
      .from(setAsideStaff)
      .where(
        and(
          inDistrict(setAsideStaff),
          eq(setAsideStaff.callId, p.callId),
          isNotNull(setAsideStaff.staffNumberKey),
        ),
      );
    const sent = copied.unionAll(aside).as('sent');
    return orm
      .select({ key: sent.key })
      .from(sent)
      .where(gt(sent.key, p.after))
      .groupBy(sent.key)
      .having(sql`count(*) > 1`)
      .orderBy(sent.key)
      .limit(p.limit);
  },
);

const stagedOf = defineQuery(
  'copied records of a call by number',
  (orm, p: Params<{ callId: string; keys: readonly string[]; most: number }>) => {
    const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
    const numbered = orm
      .select({
        key: sql<string>`${stagedStaff.staffNumberKey}`.as('key'),
        line: stagedStaff.line,
        sent: columns.sent.as('sent'),
        nth: sql<number>`row_number() over (partition by ${stagedStaff.staffNumberKey} order by ${stagedStaff.line})`.as(
          'nth',
        ),
      })
      .from(stagedStaff)
      .leftJoinLateral(known, TRUE)
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.callId, p.callId),
          isOneOf(stagedStaff.staffNumberKey, p.keys),
        ),
      )
      .as('numbered');
    return orm
      .select({ key: numbered.key, line: numbered.line, sent: numbered.sent })
      .from(numbered)
      .where(lte(numbered.nth, p.most));
  },
);

const asideOf = defineQuery(
  'set-aside records of a call by number',
  (orm, p: Params<{ callId: string; keys: readonly string[] }>) =>
    orm
      .select({
        key: sql<string>`${setAsideStaff.staffNumberKey}`,
        line: setAsideStaff.line,
        staffNumber: setAsideStaff.staffNumber,
        hr: json<AsideRow['hr']>(setAsideStaff.hr),
        errors: json<FieldError[]>(setAsideStaff.errors),
        payload: setAsideStaff.payload,
      })
      .from(setAsideStaff)
      .where(
        and(
          inDistrict(setAsideStaff),
          eq(setAsideStaff.callId, p.callId),
          isOneOf(setAsideStaff.staffNumberKey, p.keys),
        ),
      ),
);

const removeCopied = defineCommand(
  'remove copied records of a call by number',
  (orm, p: Params<{ callId: string; keys: readonly string[] }>) =>
    orm
      .delete(stagedStaff)
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.callId, p.callId),
          isOneOf(stagedStaff.staffNumberKey, p.keys),
        ),
      ),
);

/**
 * Sets aside all records of a call whose number it sends more than once (SYNC-2): applied, the one would remove what the
 * other brings (POS-10). Each number is set aside once.
 * @returns how many records are no longer staged, and how many rows the call has set aside more, or less, than before
 */
export async function setAsideRepeated(
  tx: Transaction,
  call: OpenCall,
  places: CallPlaces,
): Promise<{ unstaged: number; aside: number }> {
  const tally = { unstaged: 0, aside: 0 };
  let after = '';
  for (;;) {
    const keys = (await repeatedKeys(tx, { callId: call.id, after, limit: BATCH_ROWS })).map(
      ({ key }) => key,
    );
    const last = keys.at(-1);
    if (last === undefined) return tally;
    const staged = await stagedOf(tx, { callId: call.id, keys, most: MAX_RECORDS });
    const aside = await asideOf(tx, { callId: call.id, keys });
    const records = [...staged.map(({ key, line, sent }) => ({ key, ...stagedRow(line, sent) })), ...aside];
    tally.unstaged += await removeCopied(tx, { callId: call.id, keys });
    tally.aside +=
      keys.length -
      (await removeSetAside(
        tx,
        call.id,
        aside.map(({ line }) => line),
      ));
    const byKey = Map.groupBy(records, ({ key }) => key);
    await keepSetAside(
      tx,
      call,
      [...byKey.values()].map((group) => setAsideOnce(group, places)),
    );
    after = last;
  }
}

/** The first record's error names the second; the others' name the first. */
function setAsideOnce(group: readonly (AsideRow & { key: string })[], places: CallPlaces): AsideRow {
  const [first, second, ...others] = group
    .map(({ key: _, ...record }) => record)
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MAX_RECORDS) as [AsideRow, AsideRow, ...AsideRow[]];
  const staffNumber = first.staffNumber ?? '';
  const twice = ({ line }: AsideRow, otherIndex: number) =>
    sentTwice({ index: line, staffNumber, otherIndex }, places);
  const records = [first, second, ...others];
  return {
    ...first,
    errors: [
      ...records.flatMap(({ errors }) => errors),
      twice(first, second.line),
      ...[second, ...others].map((record) => twice(record, first.line)),
    ],
    payload: listed(records.map(({ payload }) => payload)),
  };
}
