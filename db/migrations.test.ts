import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModule } from 'libpg-query';
import { beforeAll, expect, test } from 'vitest';
import { OUTSIDE } from './carry-out.ts';
import { migrationNames } from './pending-migrations.ts';
import { lockingStatements, validatedIn } from './testing/locking-statements.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.sql`), 'utf8');

/** Earlier ones were written before these rules, and are never changed. */
const FIRST = '0053_alerts';
/** What is right in one migration, and why; the sentence begins with this. */
const ALLOWED: Record<string, string> = {};

beforeAll(() => loadModule());

test.each(migrationNames.filter((name) => name >= FIRST))(
  'the migration %s keeps nobody waiting, and the release before it goes on with it',
  (name) => {
    const earlier = migrationNames
      .filter((other) => other < name)
      .flatMap((other) => validatedIn(textOf(other)));
    const faults = lockingStatements(textOf(name), new Set(earlier));
    expect(faults.filter((fault) => !ALLOWED[name] || !fault.startsWith(ALLOWED[name]))).toEqual([]);
  },
);

const MADE = 'create table a (b text);--> statement-breakpoint\n';

test.each([
  ['create index i on t (b)', ['build it concurrently']],
  [`${MADE}create index i on a (b)`, []],
  [`${OUTSIDE}\ncreate index concurrently i on t (b)`, []],
  ['create index concurrently i on t (b)', ['Begin the migration with']],
  [`${OUTSIDE}\nalter table t add column c text`, ['only drops and builds']],
  ['alter table t alter column b set not null', ['add the check t_b_set']],
  ['alter table t alter column c set not null', []],
  ['alter table t alter column b type integer', ['rewritten']],
  ['alter table t add column c text', []],
  [`alter table t add column c text not null default 'x'`, []],
  [`alter table t add column c jsonb not null default '{}'::jsonb`, []],
  ['alter table t add column c timestamptz not null default now()', []],
  ['alter table t add column c uuid default gen_random_uuid()', ['computed per row']],
  ['alter table t add column c text unique', ['is unique']],
  ['alter table t add column c int generated always as (b + 1) stored', ['is computed']],
  ['alter table t add constraint k check (b > 0)', ['not valid']],
  ['alter table t add constraint k check (b > 0) not valid', []],
  ['alter table t validate constraint k', []],
  ['alter table t add foreign key (b) references u (b)', ['not valid']],
  ['alter table t add constraint k unique (b)', ['not valid']],
  ['alter table t add constraint k unique using index i', []],
  [`${MADE}alter table a add constraint k foreign key (b) references u (b)`, []],
  ['alter table t drop column b', ['used it last']],
  ['drop table t', ['used it last']],
  ['alter table t rename column b to c', ['the release before']],
  ['update t set b = 1', ['in batches']],
  ['truncate t', ['locks a whole table']],
  ['alter table t set (autovacuum_vacuum_scale_factor = 0.01)', []],
  ['select app.protect($$t$$); select 1', ['one statement']],
])('%s', (text, faults) => {
  expect(lockingStatements(text, new Set(['t_c_set']))).toEqual(
    faults.map((fault) => expect.stringContaining(fault)),
  );
});
