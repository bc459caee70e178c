import type { ErrorCode } from '../../codes/code.ts';
import type { FieldError, Warning } from '../../failure.ts';
import { type CodesSent, MAX_CODE_CHARS } from '../../record/codes-sent.ts';
import { PROPERTY_TEXTS } from '../../record/texts.ts';
import type { OfferedCode, ReferenceValues } from '../campus-state.ts';
import { codesHint } from './codes-hint.ts';
import { PLAN_TEXTS } from './messages.ts';

type PositionCodes = NonNullable<CodesSent['positions']>[number];
type Found = { errors: FieldError[]; warnings: Warning[] };

/** Unknown codes of one record that are compared with all of Campus: each takes up to 0.2 ms. */
const MAX_HINTED = 20;
const NONE_OFFERED: readonly OfferedCode[] = [];

/**
 * REF-2: an unknown school, gender or assignment code is an error, an inactive value a warning; an unknown title is
 * neither, because it is created. Codes are compared exactly. Pointers are relative to the record.
 */
export function referenceErrors(record: CodesSent, reference: ReferenceValues): Found {
  const found: Found = { errors: [], warnings: [] };
  const { gender } = record.demographics;
  if (gender) look(found, reference, gender, '/gender', GENDER);
  for (const [index, position] of (record.positions ?? []).entries())
    lookAtPosition(found, position, reference, `/positions/${index}`);
  return found;
}

/** The same for a single position call, whose body is the position. */
export function positionReferenceErrors(position: PositionCodes, reference: ReferenceValues): Found {
  const found: Found = { errors: [], warnings: [] };
  lookAtPosition(found, position, reference, '');
  return found;
}

function lookAtPosition(found: Found, position: PositionCodes, reference: ReferenceValues, at: string) {
  const { schoolNumber, assignmentCode, titleCode } = position;
  if (schoolNumber !== null && !isActive(reference.schools, schoolNumber))
    look(found, reference, schoolNumber, `${at}/schoolNumber`, SCHOOL);
  if (assignmentCode !== null && !isActive(reference.assignmentCodes, assignmentCode))
    look(found, reference, assignmentCode, `${at}/assignmentCode`, ASSIGNMENT);
  if (titleCode === null) return;
  const title = reference.titles.get(titleCode);
  if (title?.active === false) found.warnings.push(inactive(TITLE, titleCode, `${at}/titleCode`));
  if (title === undefined && titleCode.length > MAX_CODE_CHARS)
    found.errors.push(tooLong(titleCode, `${at}/titleCode`));
}

const isActive = (values: ReadonlyMap<string, { active: boolean }>, code: string): boolean =>
  values.get(code)?.active === true;

interface Kind {
  name: string;
  plural: string;
  of: 'genders' | 'schools' | 'assignmentCodes' | 'titles';
  unknown: ErrorCode;
}
const GENDER: Kind = { name: 'gender', plural: 'genders', of: 'genders', unknown: 'unknownGender' };
const SCHOOL: Kind = { name: 'school', plural: 'schools', of: 'schools', unknown: 'unknownSchool' };
const ASSIGNMENT: Kind = {
  name: 'assignment code',
  plural: 'assignment codes',
  of: 'assignmentCodes',
  unknown: 'unknownAssignmentCode',
};
const TITLE: Kind = { name: 'title', plural: 'titles', of: 'titles', unknown: 'invalid' };

function look(found: Found, reference: ReferenceValues, code: string, pointer: string, kind: Kind) {
  const value = reference[kind.of].get(code);
  if (value === undefined)
    found.errors.push(
      unknown(
        kind,
        code,
        pointer,
        found.errors.length < MAX_HINTED ? (reference.offered?.[kind.of] ?? NONE_OFFERED) : NONE_OFFERED,
      ),
    );
  else if (!value.active) found.warnings.push(inactive(kind, code, pointer));
}

/** Only of a record that was staged while a mapping gave another code: a title would be created (REF-3). */
function tooLong(titleCode: string, pointer: string): FieldError {
  const { message, hint } = PROPERTY_TEXTS.tooLong(MAX_CODE_CHARS, titleCode.length);
  return { pointer, code: 'tooLong', message: `titleCode ${message}.`, ...(hint && { hint }) };
}

const unknown = (kind: Kind, code: string, pointer: string, offered: readonly OfferedCode[]): FieldError => ({
  pointer,
  code: kind.unknown,
  message: PLAN_TEXTS.codeUnknown(kind.name, code),
  hint: codesHint(kind.plural, code, offered),
});

const inactive = (kind: Kind, code: string, pointer: string): Warning => ({
  code: 'inactiveCode',
  message: PLAN_TEXTS.codeInactive(kind.name, code),
  pointer,
});
