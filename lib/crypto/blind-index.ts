import { createHmac } from 'node:crypto';
import type { CryptoKeys } from './keys.ts';

/**
 * Finds a sealed value by equality without opening it: HMAC-SHA256, 32 bytes. Equal texts have equal indexes only
 * within one district and purpose, so that two districts can't be compared.
 */
export function blindIndex(
  keys: CryptoKeys,
  scope: { districtId: string; purpose: string },
  text: string,
): Buffer {
  return createHmac('sha256', keys.index).update(`${scope.purpose}\0${scope.districtId}\0${text}`).digest();
}
