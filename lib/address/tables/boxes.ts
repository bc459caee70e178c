/**
 * What a post office box is called.
 * Source: USPS Publication 28 (October 2023), sections 281 and 283 (CALLER, FIRM CALLER, BIN, LOCKBOX, DRAWER are PO BOX).
 */
export const BOX_PHRASES: readonly string[] = [
  'PO BOX DRAWER',
  'POST OFFICE BOX',
  'POST OFFICE BX',
  'P O BOX',
  'P O BX',
  'P OBOX',
  'PO BOX',
  'PO BX',
  'PO DRAWER',
  'P O DRAWER',
  'POSTAL BOX',
  'POBOX',
  'POB',
];

/**
 * Names that stand for PO BOX when the line begins with them and no box is named behind. A route box without any route is
 * the post office's; a rural or star route box is not (sections 24 and 25).
 */
export const BOX_NAMES: readonly string[] = [
  'FIRM CALLER',
  'ROUTE BOX',
  'RTE BOX',
  'CALLER',
  'DRAWER',
  'LOCKBOX',
  'LOCK BOX',
  'BIN',
  'BOX',
  'BX',
];
