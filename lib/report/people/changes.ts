/** What the commit does to a person, as the People view filters and labels it. */
export const PERSON_CHANGES = [
  'new',
  'updated',
  'renamed',
  'ended',
  'positionRemoved',
  'erased',
  'refused',
  'ignored',
] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

export const PERSON_CHANGE_NAMES: Record<PersonChange, string> = {
  new: 'New',
  updated: 'Updated',
  renamed: 'Renamed',
  ended: 'Employment ends',
  positionRemoved: 'Position removed',
  erased: 'Value erased',
  refused: 'Refused',
  ignored: 'Nothing changes',
};

/** What the filters of the People view find a person by: `change:renamed`, `field:name`, `school:010`, `warning:noHousehold`. */
export type Tag = `${'change' | 'field' | 'school' | 'warning'}:${string}`;
