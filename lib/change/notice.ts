import type { FieldDrift, MergedAddress, RowDrift } from '../../db/schema/notice.ts';

/** What HR's next record for a person settles (RO-4, RO-5). */
export type HrNotice = { id: string } & (
  | { kind: 'addressMerged'; detail: MergedAddress }
  | { kind: 'fieldDrift'; detail: FieldDrift }
  | { kind: 'rowDrift'; detail: RowDrift }
);
