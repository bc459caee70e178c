import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure, Unreadable } from '../../lib/failure.ts';
import { openPeople } from '../../lib/record/csv/people.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { rulesOfMapping } from './mapping.ts';

/** A record as it will be sent, and its place in the file, for messages. */
export interface FeedRecord {
  record: Record<string, unknown>;
  place: string;
}

/**
 * The staff of a feed, read piece by piece: .json (a list, or `{ "staffMembers": [...] }`), .ndjson or a table (.csv, .xlsx).
 * @param mapFile says what a table's columns are (mapping.ts); without it their headers are the API's property names
 */
export async function* readFeed(file: string, mapFile?: string): AsyncGenerator<FeedRecord> {
  try {
    switch (extname(file).toLowerCase()) {
      case '.csv':
      case '.tsv':
      case '.txt':
      case '.xlsx':
      case '.xlsm':
        return yield* readTable(file, mapFile);
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

async function* readTable(file: string, mapFile?: string): AsyncGenerator<FeedRecord> {
  const rules = mapFile === undefined ? {} : await rulesOfMapping(file, mapFile);
  const { people } = await openPeople(() => createReadStream(file), rules);
  for await (const { rows, record, errors } of people) {
    const unreadable = rows[0]?.unreadable;
    if (unreadable) throw unreadable;
    const place = `line ${rows.map(({ line }) => line).join(', ')}`;
    if (errors[0]) throw new Unreadable(`${place}: ${errors[0].message}`, errors);
    yield { record, place };
  }
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
