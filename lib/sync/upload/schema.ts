import { z } from 'zod';
import { ENCODINGS } from '../../staff-file/encoding.ts';
import { warningSchema } from '../../wire/schema.ts';

const count = z.int().nonnegative();
const _header = z.string().max(10_000);
const _property = z.string().max(200).nullable();

/** How a file was read. */
export const recognizedSchema = z.object({
  /** By its name in `TextDecoder`; null for a workbook, as the delimiter. */
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.string().nullable(),
  /** Line or row with the names of the columns; 0: there is none. */
  headerRow: count,
  /** Rows that are no part of the table. Below only of a file that was read to its end. */
  above: z.array(count),
  below: z.array(count),
  /** Rows that repeat the header, with the lines of the first of them. */
  repeated: z.object({ count, lines: z.array(count) }),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
});
export type Recognized = z.infer<typeof recognizedSchema>;

/** A record that can't be staged, with all that is wrong with it. */
const badRowSchema = z.object({
  line: count,
  staffNumber: z.string().nullable(),
  errors: z.array(
    z.object({
      /** As the file's header or the record has it; null: of the whole record. */
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
    }),
  ),
});
export type BadRow = z.infer<typeof badRowSchema>;

/** What became of a file: staged, or nothing of it and why. */
export const uploadedSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('staged'),
    received: count,
    staffTransferred: count,
    setAside: count,
    recognized: recognizedSchema.nullable(),
    warnings: z.array(warningSchema),
  }),
  z.object({
    outcome: z.literal('refused'),
    detail: z.string(),
    /** Null for JSON. */
    recognized: recognizedSchema.nullable(),
    /** All of them, unless there were so many that the file was given up. */
    rows: z.array(badRowSchema),
    complete: z.boolean(),
  }),
]);
export type Uploaded = z.infer<typeof uploadedSchema>;
