import type { Transaction } from '../../../db/client.ts';
import { rowWriter } from '../../../db/rows.ts';
import { hrNotice } from '../../../db/schema/notice.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change } from '../../change/change.ts';
import type { Context } from '../../context.ts';
import { driftOf } from './drift.ts';

const notices = rowWriter(hrNotice, ['id', 'personId', 'kind', 'subject', 'detail', 'createdAt']);

/** Keeps HR's values of what an edit during an unlock changes. Of several edits the first knows HR's value (RO-5). */
export async function recordDrift(
  ctx: Context,
  tx: Transaction,
  person: CampusPerson,
  changes: readonly Change[],
): Promise<void> {
  const { fields, rows } = driftOf(person, changes);
  const notice = (kind: 'fieldDrift' | 'rowDrift', subject: string, detail: object) => ({
    id: ctx.newId(),
    personId: person.id,
    kind,
    subject,
    detail: JSON.stringify(detail),
    createdAt: ctx.now,
  });
  await notices.insertNew(
    tx,
    [
      ...fields.map((detail) => notice('fieldDrift', detail.field, detail)),
      ...rows.map((detail) => notice('rowDrift', detail.rowId, detail)),
    ],
    ['personId', 'subject'],
  );
}
