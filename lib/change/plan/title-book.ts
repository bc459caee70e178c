import type { Warning } from '../../failure.ts';
import { sameName } from '../../record/compare.ts';
import type { PositionRecord } from '../../record/record.ts';
import type { ReferenceValues } from '../campus-state.ts';
import type { ChangeOfKind } from '../change.ts';
import { PLAN_TEXTS } from './messages.ts';
import { WHY } from './texts.ts';

/** The titles of one batch: an unknown code is planned once, by the first record that brings it (REF-2). */
export interface TitleBook {
  /** Finds or plans the title of a position. `pointer` names its description in the record, for the warning. */
  findOrPlan(
    position: Pick<PositionRecord, 'titleCode' | 'titleDescription'>,
    pointer: string,
  ): { change: ChangeOfKind<'title insert'> | null; warning: Warning | null };
}

/**
 * @param described of a transfer: the description of each new code by the first record in staged order that brings it;
 *   a code that is not in it is described by the record at hand, or by itself.
 */
export function titleBook(
  titles: ReferenceValues['titles'],
  newId: () => string,
  described: ReadonlyMap<string, string | null> = new Map(),
): TitleBook {
  const planned = new Map<string, string>();
  return {
    findOrPlan({ titleCode: code, titleDescription: sent }, pointer) {
      if (code === null) return { change: null, warning: sent === null ? null : noCode(sent, pointer) };
      const known = titles.get(code)?.description ?? planned.get(code);
      if (known !== undefined)
        return { change: null, warning: ignoredDescription(code, known, sent, pointer) };

      const description = (described.has(code) ? described.get(code) : sent) ?? code;
      planned.set(code, description);
      return {
        change: {
          table: 'title',
          op: 'insert',
          id: newId(),
          before: null,
          after: { code, description },
          ...WHY.titleCreated(code, description),
        },
        warning: ignoredDescription(code, description, sent, pointer),
      };
    },
  };
}

function ignoredDescription(
  code: string,
  known: string,
  sent: string | null,
  pointer: string,
): Warning | null {
  if (sent === null || sameName(sent, known)) return null;
  return {
    code: 'titleDescriptionIgnored',
    message: PLAN_TEXTS.titleKept(code, known, sent),
    pointer,
  };
}

const noCode = (sent: string, pointer: string): Warning => ({
  code: 'titleDescriptionIgnored',
  message: PLAN_TEXTS.titleWithoutCode(sent),
  pointer,
});
