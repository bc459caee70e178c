import { createSecretKey, type KeyObject } from 'node:crypto';

/** Made once a process: with a Buffer in a KeyObject's place each use costs 10 µs more. A log prints neither. */
export interface CryptoKeys {
  /** Enciphers what must be read again: SSNs and client secrets. */
  encryption: KeyObject;
  /** Makes blind indexes and check values. */
  index: KeyObject;
}

/** @param settings CAMPUS_KEY and CAMPUS_INDEX_KEY, 32 bytes each */
export const cryptoKeys = (settings: { campusKey: Buffer; campusIndexKey: Buffer }): CryptoKeys => ({
  encryption: createSecretKey(settings.campusKey),
  index: createSecretKey(settings.campusIndexKey),
});
