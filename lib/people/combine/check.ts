import type { WholePerson } from './load.ts';
import { COMBINE_TEXTS } from './texts.ts';

/** Why two people can't be combined this way round; null when they can. */
export function whyNot(base: WholePerson, other: WholePerson): string | null {
  if (base.id === other.id) return COMBINE_TEXTS.samePerson();
  if (other.hrManagedAt !== null && base.hrManagedAt === null) return COMBINE_TEXTS.otherIsManaged();
  return null;
}

/** What an admin should know before combining. */
export function cautions(base: WholePerson, other: WholePerson): string[] {
  const [number, lost] = [base.staffNumber?.trim(), other.staffNumber?.trim()];
  return [
    ...(number && lost && number.toLowerCase() !== lost.toLowerCase()
      ? [COMBINE_TEXTS.numberIsRemoved(lost)]
      : []),
    ...(base.ssn && other.ssn && !base.ssn.index.equals(other.ssn.index) ? [COMBINE_TEXTS.ssnDiffers()] : []),
    ...(base.birthDate && other.birthDate && base.birthDate !== other.birthDate
      ? [COMBINE_TEXTS.birthDateDiffers()]
      : []),
    ...(base.positions.length === 0 && base.hrManagedAt === null && other.positions.length > 0
      ? [COMBINE_TEXTS.onlyOtherHasPositions()]
      : []),
  ];
}
