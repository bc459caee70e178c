import { and, eq, gte, lt, type SQL } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import type { Params } from '../../../db/query.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import type { LineRange } from './batches.ts';

/** Side by side: calls, the places of their first records, and the lines of each. */
export interface Ranges {
  callIds: readonly string[];
  firstSeqs: readonly number[];
  from: readonly number[];
  to: readonly number[];
}

export const rangesOf = (ranges: readonly LineRange[]): Ranges => ({
  callIds: ranges.map(({ callId }) => callId),
  firstSeqs: ranges.map(({ firstSeq }) => firstSeq),
  from: ranges.map(({ from }) => from),
  to: ranges.map(({ to }) => to),
});

/** The ranges as a table, and the condition of staged records in one of its rows, for a lateral join. */
export function linesOfRanges(p: Params<Ranges>) {
  const range = unnested('range_of', {
    callId: [stagedStaff.callId, p.callIds],
    firstSeq: ['integer', p.firstSeqs],
    from: ['integer', p.from],
    to: ['integer', p.to],
  });
  const inRange: SQL | undefined = and(
    inDistrict(stagedStaff),
    eq(stagedStaff.callId, range.columns.callId),
    gte(stagedStaff.line, range.columns.from),
    lt(stagedStaff.line, range.columns.to),
  );
  return { range, inRange };
}
