import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
import { dropFile } from '../../held-file/drop.ts';
import type { HeldFile } from '../../held-file/held-file.ts';
import { holdFile } from '../../held-file/hold.ts';
import { matchValues, valueKey } from '../../record/csv/match-values.ts';
import type { FileMapping, ValueKind } from '../../record/csv/meaning.ts';
import { listChoices } from '../../reference/choices.ts';
import { assertTransfer } from '../run/assert-transfer.ts';
import type { ON_INVALID } from '../transfer/transfer.ts';
import { isTable, typeOfFile } from './file-types.ts';
import { valuesOfFile } from './file-values.ts';
import { openHeld } from './open-held.ts';
import type { StaffFile } from './records.ts';
import type { FileRules } from './rules.ts';
import type { Uploaded } from './schema.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import { uploadStaff } from './upload.ts';

/** A value of a file that its mapping doesn't name and that is no code of Campus. */
export interface NewValue {
  kind: ValueKind;
  value: string;
  rows: number;
  /** The code that it was read as; null: none fits, or a title is new. */
  code: string | null;
}

/** What became of a file that nobody looked at. */
export interface StagedFile {
  result: Uploaded;
  file: Pick<HeldFile, 'fileName' | 'bytes' | 'sha256'>;
  mapping: { name: string; version: number } | null;
  /** What the file has that its mapping doesn't name: headers, and values. */
  added: { headers: string[]; values: NewValue[] };
}

interface Given {
  /** By its name; null: the headers are the API's property names. */
  mapping: string | null;
  onInvalid: (typeof ON_INVALID)[number];
}

/**
 * Stages the staff of a file without its user, by a named mapping: for a feed, or a call.
 * @throws Conflict when the run takes no transfer now; NotFound without such a mapping; Invalid for a file without columns
 *   that the mapping uses; Unreadable, TooLarge for what is no staff file
 */
export async function stageStaffFile(
  ctx: Context,
  {
    bytes,
    fileName,
    type,
    ...given
  }: Given & { bytes: AsyncIterable<Uint8Array>; fileName: string; type?: string },
): Promise<StagedFile> {
  await assertTransfer(ctx);
  const held = await holdStaffFile(ctx, { bytes, fileName, ...(type && { type }) });
  try {
    return await stageHeld(ctx, held, given);
  } finally {
    await dropFile(ctx, held.id);
  }
}

/** Keeps a file without an owner: the caller stages it and drops it (`dropFile`), or it expires. @throws TooLarge, Invalid */
export function holdStaffFile(
  ctx: Context,
  {
    bytes,
    fileName,
    type = typeOfFile(fileName),
  }: { bytes: AsyncIterable<Uint8Array>; fileName: string; type?: string | undefined },
): Promise<HeldFile> {
  if (!type) throw new Invalid(UPLOAD_TEXTS.otherType(fileName));
  return holdFile(ctx, { bytes, fileName, type });
}

/** Stages a file of `holdStaffFile`. @throws as `stageStaffFile` */
export async function stageHeld(
  ctx: Context,
  { id, fileName, bytes, sha256, type }: HeldFile,
  { mapping: name, onInvalid }: Given,
): Promise<StagedFile> {
  const { named, file, rules } = await openHeld(ctx, { id, fileName, bytes, sha256, type }, name);
  const values = isTable(type) ? await newValues(ctx, file, rules, named?.mapping ?? null) : [];
  const result = await uploadStaff(ctx, file, rules.options, onInvalid);
  return {
    result,
    file: { fileName, bytes, sha256 },
    mapping: named && { name: named.name, version: named.version },
    added: { headers: rules.added, values },
  };
}

async function newValues(
  ctx: Context,
  file: StaffFile,
  { options }: FileRules,
  mapping: FileMapping | null,
): Promise<NewValue[]> {
  const known = await listChoices(ctx);
  const chosen = new Set((mapping?.values ?? []).map(({ kind, value }) => `${kind} ${valueKey(value)}`));
  return (await valuesOfFile(file.read(), options)).flatMap(({ kind, values }) => {
    const match = matchValues(kind, known[kind]);
    return [...values].flatMap(([value, rows]): NewValue[] => {
      const matched = match(value);
      if (matched?.by === 'exact' || chosen.has(`${kind} ${value}`)) return [];
      return [{ kind, value, rows, code: matched?.by === 'matched' ? matched.code : null }];
    });
  });
}
