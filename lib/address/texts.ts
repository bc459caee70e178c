interface Fault {
  message: string;
  hint?: string;
}

/** What HR reads of an address that can't be stored or searched for. Property names are the API's. */
export const ADDRESS_TEXTS = {
  bothForms: (parts: readonly string[]): Fault => ({
    message: `An address is sent as components or as fullStreetAddress, not as both. Also sent: ${parts.join(', ')}.`,
    hint: 'Send fullStreetAddress with city, state, zip and county only, or leave fullStreetAddress out.',
  }),
  boxHasPart: (part: string): Fault => ({
    message: `A PO box has no ${part}, only its number with city, state, zip and county.`,
    hint: 'Leave the street parts out, or send postOfficeBox as false.',
  }),
  boxWithoutNumber: (): Fault => ({
    message: 'A PO box needs its number.',
    hint: 'Send the box as number, such as "54".',
  }),
  textBesideBox: (text: string): Fault => ({
    message: `A PO box has no other part, but "${text}" was sent with the box.`,
    hint: 'Send either the box or the street address.',
  }),
  partMissing: (part: string): Fault => ({ message: `An address needs its ${part}.` }),
  placeMissing: (): Fault => ({
    message: 'An address needs a number, a street, a PO box or fullStreetAddress.',
  }),
  stateUnknown: (state: string, meant: string | undefined): Fault => ({
    message: `"${state}" is not in the list of states.`,
    hint: meant
      ? `Did you mean ${meant}? Send the name or the two-letter code.`
      : 'Send the two-letter code or the name, such as "MN" or "Minnesota".',
  }),
  notAZip: (): Fault => ({
    message: 'A zip is 5 digits or ZIP+4.',
    hint: 'Send "55123" or "55123-1234", as a string so that a leading zero is kept.',
  }),
  searchNeedsPlace: (): Fault => ({
    message: 'Send at least one of number, street, postOfficeBox and fullStreetAddress.',
    hint: 'Add city, state and zip for an exact match.',
  }),
  searchInvalid: (): string => 'Campus can’t search for this address. Correct it and search again.',
} as const;
