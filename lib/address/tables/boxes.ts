/**
 * What a post office box is called.
 * Source: USPS Publication 28 (October 2023), sections 281 and 283 (CALLER, FIRM CALLER, BIN, LOCKBOX, DRAWER are PO BOX).
 */
export const BOX_PHRASES: readonly string[] = [
  'PO BOX DRAWER',
  'PO LOCK BOX',
  'PO LOCKBOX',
  'P O LOCK BOX',
  'P O LOCKBOX',
  'PO CALLER',
  'POST OFFICE DRAWER',
  'POST OFC BOX',
  'POST BOX',
  'P/O BOX',
  'P-O BOX',
  'P0 BOX',
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
  'POBX',
  'POB',
];

/**
 * Names that mean PO BOX when the line begins with them and no box is named after. A route box without any route is
 * the post office's; a rural or star route box is not (sections 24 and 25).
 */
export const BOX_NAMES: readonly string[] = [
  'APARTADO POSTAL',
  'APARTADO',
  'CALL BOX',
  'CALLER BOX',
  'CALLER SERVICE',
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

/** PO alone, which is a box only with a number after it ("P.O. 88"). */
export const BARE_BOX_NAMES: readonly string[] = ['PO', 'P O'];

/** What a route's box is called (sections 24, 25 and 29). People also write PO BOX there. */
export const ROUTE_BOX_NAMES: readonly string[] = ['BOX', 'BX', 'BUZON'];

/** What a company calls its part of a box, before or after it ("Dept 12 Box 125", "Lockbox 9438 PO Box 8500"). */
export const DEPARTMENT_NAMES: readonly string[] = [
  'DEPT',
  'DEPARTMENT',
  'LOCKBOX',
  'LOCK BOX',
  'DRAWER',
  'FILE',
  'MAIL CODE',
  'MAIL STOP',
  'MAILCODE',
  'MAILSTOP',
];
