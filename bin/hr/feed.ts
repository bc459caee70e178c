import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure, type FieldError, Unreadable } from '../../lib/failure.ts';
import type { KnownCodes } from '../../lib/record/csv/match-values.ts';
import { openPeople } from '../../lib/record/csv/people.ts';
import { isTable, typeOfFile } from '../../lib/sync/upload/file-types.ts';
import { NO_CODES } from './codes.ts';
import { contradictory } from './contradiction.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { rulesOfTable } from './mapping.ts';

/** A record as it will be sent, and its place in the file, for messages. */
export interface FeedRecord {
  record: Record<string, unknown>;
  place: string;
}

/** How a table is read. */
export interface FeedOptions {
  /** The file that says what its columns are (mapping.ts); without it the headers are the API's property names. */
  map?: string | undefined;
  /** The district's codes, which its values are matched with. */
  known?: KnownCodes | undefined;
  /** Campus sets aside people whom it can't stage: also those whose rows can't be read as one person. */
  setAside?: boolean | undefined;
}

/** Whether a file's rows are read as people here. */
export const isTableFile = (file: string): boolean => isTable(typeOfFile(file));
/** Faults of a file that are named at once. */
const MAX_FAULTS = 20;

/**
 * The staff of a feed, read piece by piece: .json (a list, or `{ "staffMembers": [...] }`), .ndjson or a table (.csv, .xlsx).
 * @throws CommandFailed
 */
export async function* readFeed(file: string, options: FeedOptions = {}): AsyncGenerator<FeedRecord> {
  try {
    if (isTableFile(file)) return yield* readTable(file, options);
    switch (extname(file).toLowerCase()) {
      case '.ndjson':
      case '.jsonl':
        return yield* readLines(file);
      case '.json':
        return yield* readList(file);
      default:
        throw new CommandFailed(EXIT.usage, `${file} is not a .csv, .xlsx, .json or .ndjson file.`);
    }
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    if (error instanceof Failure)
      throw new CommandFailed(EXIT.refused, `${file}: ${error.message}`, { facts: error.errors });
    throw new CommandFailed(EXIT.usage, `${file} can't be read.`, { cause: error });
  }
}

async function* readTable(
  file: string,
  { map, known = NO_CODES, setAside = false }: FeedOptions,
): AsyncGenerator<FeedRecord> {
  const { people } = await openPeople(() => createReadStream(file), await rulesOfTable(file, map, known));
  const faults: FieldError[] = [];
  for await (const person of people) {
    const { rows, record, errors } = person;
    const unreadable = rows[0]?.unreadable;
    const place = `line ${rows.map(({ line }) => line).join(', ')}`;
    if (setAside && !unreadable) {
      yield { record: errors.length > 0 ? contradictory(person) : record, place };
      continue;
    }
    const found = unreadable ? unreadable.errors : errors;
    for (const error of found.slice(0, MAX_FAULTS - faults.length))
      faults.push({ ...error, message: `${place}: ${error.message}` });
    if (faults.length === 0) yield { record, place };
  }
  if (faults[0]) throw new Unreadable(faults.map(({ message }) => message).join('\n'), faults);
}

async function* readLines(file: string): AsyncGenerator<FeedRecord> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield { record: parsed(file, line, `line ${number}`), place: `line ${number}` };
  }
}

async function* readList(file: string): AsyncGenerator<FeedRecord> {
  const value: unknown = parsed(file, await readFile(file, 'utf8'), 'the file');
  const list = Array.isArray(value) ? value : (value as { staffMembers?: unknown }).staffMembers;
  if (!Array.isArray(list))
    throw new CommandFailed(EXIT.refused, `${file} must be a list or { "staffMembers": [...] }.`);
  for (const [index, record] of list.entries()) yield { record, place: `record ${index + 1}` };
}

function parsed(file: string, text: string, place: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandFailed(EXIT.refused, `${file}: ${place} is not JSON.`, { cause });
  }
}
