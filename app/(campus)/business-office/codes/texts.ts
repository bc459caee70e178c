/** The sentences of the page of schools and codes. */
export const CODE_TEXTS = {
  lead: (): string =>
    'What HR must map to: codes are compared exactly. HR creates titles; an operator imports the other lists.',
  noCodes: (): string => 'This list is empty. An operator imports it with campus codes import.',
};
