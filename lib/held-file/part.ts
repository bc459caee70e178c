import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Context } from '../context.ts';
import { openBytes, type Place, seal } from '../crypto/envelope.ts';

/** Every part but the last has so many bytes of the file. */
export const PART_BYTES = 1024 * 1024;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const placeOf = (ctx: Context, partId: string): Place => ({
  table: 'held_file_part',
  column: 'cipher',
  districtId: ctx.district.id,
  rowId: partId,
});

export const sealPart = async (ctx: Context, partId: string, bytes: Uint8Array): Promise<Buffer> =>
  seal(ctx.keys, placeOf(ctx, partId), await pack(bytes, { level: 1 }));

/** @throws MissingKey: held files are not sealed again when keys are rotated, because they are gone after a day */
export const openPart = async (ctx: Context, partId: string, cipher: Buffer): Promise<Buffer> =>
  unpack(openBytes(ctx.keys, placeOf(ctx, partId), cipher), { maxOutputLength: PART_BYTES });
