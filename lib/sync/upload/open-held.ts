import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
import type { HeldFile } from '../../held-file/held-file.ts';
import { readHeld } from '../../held-file/read.ts';
import { type NamedMapping, namedMapping } from './named-mapping.ts';
import type { StaffFile } from './records.ts';
import { type FileRules, rulesOf } from './rules.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/**
 * A held file, and how a named mapping reads it.
 * @param name null: the headers are the API's property names
 * @throws NotFound without such a mapping; Invalid for a file without columns that the mapping uses; Unreadable, TooLarge
 *   for what is no staff file
 */
export async function openHeld(
  ctx: Context,
  held: HeldFile,
  name: string | null,
): Promise<{ named: NamedMapping | null; file: StaffFile; rules: FileRules }> {
  const named = name === null ? null : await namedMapping(ctx, name);
  const file: StaffFile = { type: held.type, read: () => readHeld(ctx, held) };
  const rules = await rulesOf(ctx, file, named?.mapping ?? null);
  if (rules.missing.length > 0)
    throw new Invalid(
      UPLOAD_TEXTS.columnsMissing(rules.missing),
      rules.missing.map((header) => ({
        pointer: '',
        code: 'columnsDiffer',
        message: UPLOAD_TEXTS.columnsMissing([header]),
        column: header,
      })),
    );
  return { named, file, rules };
}
