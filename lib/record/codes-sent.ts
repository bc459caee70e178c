import { legible } from '../text/legible.ts';

/** What a record says of Campus' reference values (REF-2); null is nothing that can be looked up. */
export interface CodesSent {
  demographics: { gender?: string | null };
  positions?: readonly {
    schoolNumber: string | null;
    assignmentCode: string | null;
    titleCode: string | null;
  }[];
}

export const MAX_CODE_CHARS = 15;
/** More than one person can have: the schema refuses the rest. */
export const MAX_POSITIONS = 1_000;

/**
 * The codes of a record that has errors, as far as they can be read: unknown ones among them are reported together with the
 * rest (STAFF-8).
 */
export function codesSent(json: unknown): CodesSent {
  const { gender, positions } = fieldsOf(json);
  const list = Array.isArray(positions) ? positions.slice(0, MAX_POSITIONS) : [];
  return { demographics: { gender: codeIn(gender) }, positions: list.map(positionCodesSent) };
}

/** Those of a record without errors, which then need not be kept itself. */
export const codesOfRecord = ({ demographics: { gender }, positions }: CodesSent): CodesSent => ({
  demographics: { gender: gender ?? null },
  positions:
    positions?.map(({ schoolNumber, assignmentCode, titleCode }) => ({
      schoolNumber,
      assignmentCode,
      titleCode,
    })) ?? [],
});

/** The same of a position, the body of a position call. */
export function positionCodesSent(json: unknown): NonNullable<CodesSent['positions']>[number] {
  const { schoolNumber, assignmentCode, titleCode } = fieldsOf(json);
  return {
    schoolNumber: codeIn(schoolNumber),
    assignmentCode: codeIn(assignmentCode),
    titleCode: codeIn(titleCode),
  };
}

const fieldsOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};

function codeIn(value: unknown): string | null {
  const code = typeof value === 'string' ? legible(value) : '';
  return code !== '' && code.length <= MAX_CODE_CHARS ? code : null;
}
