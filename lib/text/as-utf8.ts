/** Enough to tell an encoding by. */
const SAMPLE_BYTES = 1_024;
/** ASCII text in UTF-16 is half NULs. */
const NUL_SHARE = 0.4;

/**
 * Text in any encoding that HR systems send by mistake, as UTF-8: the charset given, else UTF-16 by its NULs or byte order
 * mark, else what Windows wrote. UTF-8 stays as it is, also where its last character is cut.
 */
export function asUtf8(bytes: Uint8Array, charset?: string): Uint8Array {
  const encoding = utf16Of(bytes) ?? (isUtf8(bytes) ? undefined : known(charset));
  return encoding ? Buffer.from(new TextDecoder(encoding).decode(bytes)) : bytes;
}

/** By a byte order mark, or because every second byte is NUL. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] as number) + 1;
  const [even = 0, odd = 0] = nuls;
  if (Math.max(even, odd) < (sample.length / 2) * NUL_SHARE) return undefined;
  return odd > even ? 'utf-16le' : even > 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Windows' encoding reads every byte. */
function known(charset: string | undefined): string {
  try {
    return charset && new TextDecoder(charset).encoding !== 'utf-8' ? charset : 'windows-1252';
  } catch {
    return 'windows-1252';
  }
}
