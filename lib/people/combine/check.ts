import type { WholePerson } from './load.ts';

/** Why two people can't be combined this way round; null when they can. */
export function whyNot(base: WholePerson, other: WholePerson): string | null {
  if (base.id === other.id) return 'These are the same person. Choose two different ones.';
  if (other.hrManagedAt !== null && base.hrManagedAt === null)
    return 'HR manages the other person, so what is theirs is read-only in Campus. Make them the base: the base is to be the new staff member.';
  return null;
}

/** What an admin should know before combining. */
export function cautions(base: WholePerson, other: WholePerson): string[] {
  const [number, lost] = [base.staffNumber?.trim(), other.staffNumber?.trim()];
  return [
    ...(number && lost && number.toLowerCase() !== lost.toLowerCase()
      ? [
          `The staff number ${lost} is removed. If HR still sends it, the next synchronization creates that person again: have HR retire it.`,
        ]
      : []),
    ...(base.ssn && other.ssn && !base.ssn.index.equals(other.ssn.index)
      ? ['Their Social Security numbers differ. Be sure that they are one person.']
      : []),
    ...(base.birthDate && other.birthDate && base.birthDate !== other.birthDate
      ? ['Their birth dates differ. Be sure that they are one person.']
      : []),
    ...(base.positions.length === 0 && base.hrManagedAt === null && other.positions.length > 0
      ? ['The base person is to be the new staff member, but only the other has a District Assignment.']
      : []),
  ];
}
