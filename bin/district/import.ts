import { createReadStream } from 'node:fs';
import { analyze } from '../../db/seed/analyze.ts';
import { importCodes } from '../../lib/setup/codes/import-codes.ts';
import type { CodeKind } from '../../lib/setup/codes/kinds.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { importPeople } from '../../lib/setup/people/import-people.ts';
import type { RowError } from '../../lib/setup/row-error.ts';
import { SETUP_TEXTS } from '../../lib/setup/texts.ts';
import { asOwner } from './as-owner.ts';

const MAX_SHOWN = 50;

/** Imports a list of codes; prints how many were created and changed, or what is wrong with which line. */
export const codes = (kind: CodeKind, file: string, { appName }: { appName: string }): Promise<void> =>
  asOwner(async ({ db, keys }) => {
    const done = await importCodes(await contextOf(db, keys, appName), kind, createReadStream(file));
    if (done.outcome === 'refused') refuse(done.errors);
    else console.log(JSON.stringify({ appName, list: kind, ...done }));
  });

interface PeopleOptions {
  appName: string;
  check?: boolean;
  fromLine?: number;
}

/** Imports the people who are in Campus already; prints how many, or what is wrong with which line. */
export const people = (file: string, { appName, ...options }: PeopleOptions): Promise<void> =>
  asOwner(async ({ db, keys }) => {
    let batches = 0;
    const done = await importPeople(await contextOf(db, keys, appName), {
      ...options,
      open: () => createReadStream(file),
      async onBatch(line) {
        // The first rows show the database how the next statements are best carried out.
        if (batches++ === 0) await analyze(db.pool);
        console.error(`Everybody up to line ${line} is in Campus.`);
      },
    });
    if (done.outcome === 'refused') return refuse(done.errors);
    await analyze(db.pool);
    console.log(JSON.stringify({ appName, ...done }));
  });

function refuse(errors: readonly RowError[]): void {
  for (const { line, column, message } of errors.slice(0, MAX_SHOWN))
    console.error(`Line ${line}${column ? `, ${column}` : ''}: ${message}`);
  if (errors.length > MAX_SHOWN) console.error('…');
  console.error(SETUP_TEXTS.refused(errors.length));
  process.exitCode = 1;
}
