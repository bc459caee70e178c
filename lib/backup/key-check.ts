import type { KeyCheck } from '../../db/archive/format.ts';
import { blindIndex, blindIndexes } from '../crypto/blind-index.ts';
import { open, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { BACKUP_TEXTS } from './texts.ts';

const TEXT = 'campus backup';
const PLACE = { table: 'backup', column: 'sealed', districtId: 'backup', rowId: 'header' };
const SCOPE = { districtId: 'backup', purpose: 'backup' };

export const makeKeyCheck = (keys: CryptoKeys): KeyCheck => ({
  sealed: seal(keys, PLACE, TEXT).toString('base64'),
  indexed: blindIndex(keys, SCOPE, TEXT).toString('base64'),
});

/** The keys that a backup was made with and that are not given, in words; empty if all is well. */
export function missingKeys(keys: CryptoKeys, check: KeyCheck): string[] {
  const indexed = Buffer.from(check.indexed, 'base64');
  return [
    ...(opens(keys, check.sealed) ? [] : [BACKUP_TEXTS.otherKey()]),
    ...(blindIndexes(keys, SCOPE, TEXT).some((one) => one.equals(indexed))
      ? []
      : [BACKUP_TEXTS.otherIndexKey()]),
  ];
}

function opens(keys: CryptoKeys, sealed: string): boolean {
  try {
    return open(keys, PLACE, Buffer.from(sealed, 'base64')) === TEXT;
  } catch {
    return false;
  }
}
