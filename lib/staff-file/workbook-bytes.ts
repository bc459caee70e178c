/** A workbook of today is a zip file. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);

/** Excel's format until 2003. Workbooks with a password come in the same container. */
export const isOldOffice = (head: Uint8Array): boolean => startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]);

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);
