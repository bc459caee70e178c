import { z } from 'zod';
import {
  BLANKS,
  DATE_FORMATS,
  MAX_COLUMNS,
  MAX_VALUES,
  PLACEHOLDER_MEANINGS,
  VALUE_KINDS,
} from '../../record/csv/meaning.ts';
import { DELIMITERS } from '../../staff-file/delimiter.ts';
import { ENCODINGS } from '../../staff-file/encoding.ts';
import { recognizedSchema, uploadedSchema } from '../upload/schema.ts';

/*
 * The file wizard: a file is held as a user's draft, and each step reads it there (app/api/admin/drafts.ts).
 */

/** A user corrects some cells; for more the file is to be corrected. */
export const MAX_CORRECTIONS = 5_000;
const MAX_PLACEHOLDERS = 50;

const count = z.int().nonnegative();
const text = z.string().max(10_000);
const property = z.string().max(200);

const columnSchema = z.strictObject({
  header: text,
  property: property.nullable(),
  dates: z.enum(DATE_FORMATS),
  blanks: z.enum(BLANKS).default('leave'),
  placeholders: z
    .array(z.strictObject({ text, means: z.enum(PLACEHOLDER_MEANINGS) }))
    .max(MAX_PLACEHOLDERS)
    .default([]),
});

const valueKind = z.enum(VALUE_KINDS);

/** FileMapping of lib/record/csv/meaning.ts. */
export const fileMappingSchema = z.strictObject({
  reading: z
    .strictObject({
      headerRow: z.int().min(0).max(1_048_576).optional(),
      sheet: z.string().max(100).optional(),
      encoding: z.enum(ENCODINGS).optional(),
      delimiter: z.enum(DELIMITERS).optional(),
    })
    .default({}),
  columns: z.array(columnSchema).max(MAX_COLUMNS),
  fixed: z
    .array(z.strictObject({ property, value: text }))
    .max(100)
    .default([]),
  values: z
    .array(z.strictObject({ kind: valueKind, value: text, code: text.nullable() }))
    .max(MAX_VALUES)
    .default([]),
});

export const STEPS = ['file', 'columns', 'values', 'check'] as const;

/** As a user calls it. */
export const mappingName = z.string().trim().min(1).max(100);

export const draftSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  type: z.string(),
  /** Whether it has columns; JSON has none. */
  isTable: z.boolean(),
  bytes: count,
  sha256: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  step: z.enum(STEPS),
  /** Of the mapping that its choices were taken from, or will be kept as. */
  name: z.string().nullable(),
  /** Null as long as nothing was chosen. */
  mapping: fileMappingSchema.nullable(),
  /** How many cells the user has corrected. */
  corrected: count,
});
export type Draft = z.input<typeof draftSchema>;

const faultSchema = z.object({ pointer: z.string(), code: z.string(), message: z.string() });

export const choicesSchema = z.strictObject({
  mapping: fileMappingSchema,
  step: z.enum(STEPS),
  name: mappingName.nullable(),
});

/** Choices are kept also if they are not complete; `faults` says what is wrong or missing. */
export const chosenSchema = z.object({ draft: draftSchema, faults: z.array(faultSchema) });

/** How a file's headers differ from a mapping's. */
const differsSchema = z.object({
  /** Columns of the mapping that the file hasn't. */
  missing: z.array(z.string()),
  /** Columns of the file that the mapping doesn't know. */
  added: z.array(z.string()),
});
export type Differs = z.infer<typeof differsSchema>;
export const takenOverSchema = z.object({ draft: draftSchema, differs: differsSchema });

const valueCount = z.object({ text: z.string(), count });

/** The columns of a draft, with what they are chosen to be or most likely are. */
export const draftLookSchema = z.object({
  recognized: recognizedSchema,
  columns: z.array(
    columnSchema.extend({
      by: z.enum(['chosen', 'remembered', 'name', 'term', 'values']).nullable(),
      /** Its first values, SSNs masked. */
      samples: z.array(z.string()),
      filled: count,
      blank: count,
      /** Values that may mean that there is none. */
      asked: z.array(valueCount),
      /** Whether they are middle names of one letter only (ID-6). */
      initials: z.boolean(),
      /** The first whole names that could be divided otherwise. */
      unclear: z.array(z.string()),
    }),
  ),
  fixed: fileMappingSchema.shape.fixed,
  /** The first rows whole, SSNs masked. */
  rows: z.array(z.array(z.string())),
  rowCount: count,
  properties: z.array(z.object({ name: z.string(), date: z.boolean() })),
  needed: z.array(z.object({ list: z.string(), names: z.array(z.string()) })),
});
export type DraftLook = z.input<typeof draftLookSchema>;

/** The distinct schools, genders, assignment codes and titles of a file beside the district's. */
export const draftValuesSchema = z.object({
  kinds: z.array(
    z.object({
      kind: valueKind,
      /** Headers of the columns that have them. */
      columns: z.array(z.string()),
      values: z.array(
        z.object({
          value: z.string(),
          count,
          /** The first people whose rows have it: *Brown, Ann (30001)*. */
          people: z.array(z.string()),
          code: z.string().nullable(),
          /** `exact` and `matched` are applied as they are, `proposed` only when it is chosen. */
          by: z.enum(['exact', 'matched', 'proposed', 'chosen']).nullable(),
          ignored: z.boolean(),
        }),
      ),
      /** Further distinct values, which are not listed. */
      more: count,
      choices: z.array(z.object({ code: z.string(), description: z.string(), active: z.boolean() })),
    }),
  ),
});
export type DraftValues = z.infer<typeof draftValuesSchema>;

/** One answer that repairs all rows of a problem, or where to look for it. */
const fixSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), of: valueKind, value: z.string() }),
  z.object({ kind: z.literal('dates'), dates: z.enum(DATE_FORMATS), rows: count }),
  z.object({ kind: z.literal('placeholder'), text: z.string(), rows: count }),
  z.object({ kind: z.literal('column') }),
]);

/** What a transfer would do with the file, without doing it. */
export const draftCheckSchema = z.object({
  /** Of the choices it was made from. */
  choices: z.string(),
  rows: count,
  people: count,
  /** Of these, those in `run.different` are not transferred. */
  ready: count,
  setAside: count,
  /** Rows that a choice of *Values* ignores. */
  ignored: count,
  /** What a transfer would do to what the run holds already (SYNC-2); null if it holds nothing. */
  run: z
    .object({
      /** As before the transfer. */
      staged: count,
      setAside: count,
      /** Of the file's people. Staged with the same data: each counts once. */
      same: count,
      /** Staged with other data: both are set aside, or the transfer is refused. */
      different: count,
      /** Set aside before, and ready now. */
      corrected: count,
      /** Staged, and not ready in this file: with *set aside*, what is staged is set aside, too. */
      withdrawn: count,
      /** The first staff numbers that are staged with other data. */
      examples: z.array(z.string()),
    })
    .nullable(),
  /** Rows that can't be read: set aside, they may be missing from a person's other rows. */
  unreadable: count,
  /** People that are ready whose blank cells erase what Campus has, by column. */
  erasures: z.array(z.object({ header: z.string(), property: z.string(), people: count })),
  problems: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      column: z.string().nullable(),
      /** Its place in the file, from 0. */
      columnIndex: count.nullable(),
      message: z.string(),
      hint: z.string().optional(),
      rows: count,
      people: count,
      /** The first of them. */
      lines: z.array(count),
      values: z.array(valueCount),
      fix: fixSchema.nullable(),
    }),
  ),
  /** The first faulty rows, whose cells can be corrected. */
  faulty: z.array(
    z.object({
      line: count,
      staffNumber: z.string().nullable(),
      cells: z.array(z.object({ text: z.string(), corrected: z.boolean() })),
      errors: z.array(
        z.object({
          problem: z.string(),
          column: count.nullable(),
          message: z.string(),
          hint: z.string().optional(),
        }),
      ),
    }),
  ),
});
export type DraftCheck = z.infer<typeof draftCheckSchema>;

export const correctionsSchema = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        line: z.int().positive(),
        column: z.int().min(0).max(MAX_COLUMNS),
        value: text.nullable(),
      }),
    )
    .min(1)
    .max(MAX_CORRECTIONS),
});

export const draftTransferSchema = z.strictObject({
  onInvalid: z.enum(['reject', 'setAside']),
  name: mappingName.nullable(),
  /** `choices` of the check that the user has seen: refused if they have changed since. */
  checked: z.string().max(100).optional(),
});

const keptMapping = z.object({ name: z.string(), version: z.int().positive() });
export const draftTransferredSchema = z.object({ result: uploadedSchema, mapping: keptMapping.nullable() });

export const mappingsSchema = z.object({
  mappings: z.array(keptMapping.extend({ columns: count, at: z.iso.datetime(), by: z.string() })),
});
