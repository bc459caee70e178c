/**
 * Secondary unit designators. `needsId`: the designator says nothing without a number or letter after it.
 * `wordToo`: the spelled-out designator is also an everyday word of street names (Front St, Key Blvd), so it is one only
 * after a street suffix or with a number after it at the line's end.
 * Source: USPS Publication 28 (October 2023), appendix C2; other spellings are those met in mailing lists.
 */
export interface UnitRow {
  standard: string;
  spellings: string;
  needsId?: true;
  wordToo?: string;
  /** A name may follow ("Urb Las Gladiolas"). */
  named?: true;
  /** Stored as HR spelled it: Publication 28 has no abbreviation. */
  asWritten?: true;
}

export const UNIT_TABLE: readonly UnitRow[] = [
  { standard: 'APT', spellings: 'APT APARTMENT APTMT APTS', named: true },
  { standard: 'BSMT', spellings: 'BSMT BASEMENT' },
  { standard: 'BLDG', spellings: 'BLDG BUILDING BLD BDG', needsId: true },
  { standard: 'DEPT', spellings: 'DEPT DEPARTMENT', needsId: true },
  { standard: 'FL', spellings: 'FL FLOOR FLR', needsId: true },
  { standard: 'FRNT', spellings: 'FRNT FRONT', wordToo: 'FRONT' },
  { standard: 'HNGR', spellings: 'HNGR HANGER HANGAR', needsId: true },
  { standard: 'KEY', spellings: 'KEY', needsId: true, wordToo: 'KEY' },
  { standard: 'LBBY', spellings: 'LBBY LOBBY' },
  { standard: 'LOT', spellings: 'LOT LT', needsId: true },
  { standard: 'LOWR', spellings: 'LOWR LOWER', wordToo: 'LOWER' },
  { standard: 'OFC', spellings: 'OFC OFFICE', wordToo: 'OFFICE' },
  { standard: 'PH', spellings: 'PH PENTHOUSE' },
  { standard: 'PIER', spellings: 'PIER', needsId: true, wordToo: 'PIER' },
  { standard: 'REAR', spellings: 'REAR' },
  { standard: 'RM', spellings: 'RM ROOM', needsId: true },
  { standard: 'SIDE', spellings: 'SIDE', wordToo: 'SIDE' },
  { standard: 'SLIP', spellings: 'SLIP', needsId: true, wordToo: 'SLIP' },
  { standard: 'SPC', spellings: 'SPC SPACE SP', needsId: true },
  { standard: 'STOP', spellings: 'STOP', needsId: true, wordToo: 'STOP' },
  { standard: 'STE', spellings: 'STE SUITE SUIT', needsId: true },
  { standard: 'TRLR', spellings: 'TRLR TRAILER', needsId: true, wordToo: 'TRAILER' },
  { standard: 'UNIT', spellings: 'UNIT', needsId: true },
  { standard: 'UPPR', spellings: 'UPPR UPPER', wordToo: 'UPPER' },
];

/**
 * Designators that appendix C2 does not list: of sections 214 (attention), 215 (a box beside the street), 285 (private
 * mailboxes), 292 (urbanizations), 327 (mailstops), and everyday ones.
 */
export const OTHER_UNIT_TABLE: readonly UnitRow[] = [
  { standard: 'PMB', spellings: 'PMB', needsId: true, asWritten: true },
  { standard: 'MSC', spellings: 'MSC MAILSTOP MS', needsId: true, asWritten: true },
  { standard: 'FLAT', spellings: 'FLAT', needsId: true, wordToo: 'FLAT', asWritten: true },
  { standard: 'LEVEL', spellings: 'LEVEL LVL', needsId: true, asWritten: true },
  { standard: 'MEZZ', spellings: 'MEZZ MEZZANINE', asWritten: true },
  { standard: 'ATTN', spellings: 'ATTN ATTENTION C/O', named: true, asWritten: true },
  { standard: 'URB', spellings: 'URB URBANIZACION', named: true, asWritten: true },
  { standard: 'COND', spellings: 'COND CONDOMINIO', named: true, asWritten: true },
  { standard: 'EDIF', spellings: 'EDIF EDIFICIO', named: true, asWritten: true },
  { standard: 'PO', spellings: 'PO POB POBOX', needsId: true, asWritten: true },
  { standard: 'BOX', spellings: 'BOX BX MAILBOX', needsId: true, asWritten: true },
  { standard: '#', spellings: '#', named: true },
  { standard: '#', spellings: 'NO NUM NUMBER', needsId: true, wordToo: 'NO NUM NUMBER' },
];
