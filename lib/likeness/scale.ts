/** What one thing that two people share, or differ in, says about them. */
export interface Evidence {
  score: number;
  /** In words, without any value of the two people; absent where it speaks against a match. */
  reason?: string;
}

/**
 * CMB-2: how much each piece of evidence counts. A name alone is not enough: it takes a birth date, an SSN, an e-mail
 * address, a phone or an address in addition. A guardian, of whom Campus has no birth date, is found by phone or address.
 */
export const SCALE = {
  sameName: { score: 0.45, reason: 'same name' },
  nickname: { score: 0.4, reason: 'same last name, and first names that are used for one another' },
  swappedName: { score: 0.4, reason: 'same name with first and last name swapped' },
  earlierName: { score: 0.4, reason: 'same as an earlier name' },
  sameFirstName: { score: 0.2, reason: 'same first name' },
  sameLastName: { score: 0.1, reason: 'same last name' },
  otherName: { score: -0.1 },

  sameBirthDate: { score: 0.35, reason: 'same birth date' },
  swappedBirthDate: { score: 0.2, reason: 'same birth date with day and month swapped' },
  otherBirthDate: { score: -0.3 },

  sameSsn: { score: 0.85, reason: 'same SSN' },
  otherSsn: { score: -0.4 },

  sameEmail: { score: 0.3, reason: 'same e-mail address' },
  samePhone: { score: 0.3, reason: 'same phone number' },
  sameAddress: { score: 0.3, reason: 'same address' },
} as const satisfies Record<string, Evidence>;

/**
 * E-mail address, phone and address together count at most this much: a father and his son share all three and the name,
 * and only their birth dates differ.
 */
export const MAX_CONTACT_SCORE = 0.45;

/**
 * From here on two people are listed as likely the same. Two whose birth dates differ, other than by a swap of day and
 * month, can't reach it without the same SSN: candidates.ts does not even read them.
 */
export const LIKELY = 0.7;
