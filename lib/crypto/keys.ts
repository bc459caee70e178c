import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What Campus seals and indexes with. */
export interface CryptoKeys {
  /** Seals what must be read again: SSNs, client secrets, second factors, kept answers. */
  encryption: KeyRing;
  /** Makes blind indexes and check values. */
  index: KeyRing;
}

/** One current key, and old ones that are only read with. */
export interface KeyRing {
  current: MasterKey;
  /** The current one first. */
  all: readonly MasterKey[];
}

/** What every value of this version begins with, before the id of its key. Version 1 had neither key ids nor district keys. */
export const VERSION = 2;
/** With the version 6 bytes, which are 8 characters of base64: rotation finds values in JSON by them. */
const ID_BYTES = 5;
export const PREFIX_BYTES = 1 + ID_BYTES;

/** Districts whose keys stay in memory. */
const DISTRICTS_KEPT = 1_000;

/** A key of the settings. Its id is derived from it, so nobody numbers keys. */
export class MasterKey {
  /** 10 hexadecimal digits. They say nothing about the key. */
  readonly id: string;
  /** Version and id, as every value made with this key begins. */
  readonly prefix: Buffer;
  /** The key itself. Only values of version 1 were made with it. A KeyObject: a Buffer costs 10 µs more at each use. */
  readonly raw: KeyObject;
  readonly #kind: string;
  readonly #ofDistrict = new Map<string, KeyObject>();

  constructor(kind: 'encryption' | 'index', bytes: Buffer) {
    this.#kind = kind;
    this.raw = createSecretKey(bytes);
    const id = derive(this.raw, `campus key id\0${kind}`, ID_BYTES);
    this.id = id.toString('hex');
    this.prefix = Buffer.concat([Buffer.of(VERSION), id]);
  }

  /** A district's own key, by HKDF-SHA256: derived once, because that costs more than a seal. */
  ofDistrict(districtId: string): KeyObject {
    const known = this.#ofDistrict.get(districtId);
    if (known) return known;
    if (this.#ofDistrict.size >= DISTRICTS_KEPT) this.#ofDistrict.clear();
    const made = createSecretKey(derive(this.raw, `campus ${this.#kind}\0${districtId}`, 32));
    this.#ofDistrict.set(districtId, made);
    return made;
  }
}

const derive = (key: KeyObject, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, bytes));

/** The settings that keys come from, 32 bytes each. */
export interface KeySettings {
  campusKey: Buffer;
  campusIndexKey: Buffer;
  campusKeyOld?: readonly Buffer[];
  campusIndexKeyOld?: readonly Buffer[];
}

/** Made once a process, because it keeps the districts' keys. */
export const cryptoKeys = (settings: KeySettings): CryptoKeys => ({
  encryption: ringOf('encryption', settings.campusKey, settings.campusKeyOld),
  index: ringOf('index', settings.campusIndexKey, settings.campusIndexKeyOld),
});

function ringOf(kind: 'encryption' | 'index', bytes: Buffer, old: readonly Buffer[] = []): KeyRing {
  const current = new MasterKey(kind, bytes);
  const others = old.map((one) => new MasterKey(kind, one)).filter(({ id }) => id !== current.id);
  return { current, all: [current, ...others] };
}

/** The id of the key that a sealed value or a blind index was made with; undefined for one of version 1. */
export const keyIdOf = (value: Uint8Array): string | undefined =>
  value[0] === VERSION && value.length > PREFIX_BYTES
    ? Buffer.from(value.subarray(1, PREFIX_BYTES)).toString('hex')
    : undefined;
