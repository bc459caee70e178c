import { execFile } from 'node:child_process';
import { cp, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** QUALITY.md, *Speed*: UUID v7, composite keys, journal by statement trigger, row level security. */
const VARIANT = ['--key', 'uuidv7', '--composite', '1', '--journal', 'stmt', '--rls', 'subselect'];

const LEFT = ['school.tsv', 'assignment_code.tsv'];

/** One run of the set-based SQL on its own district, in seconds. */
export interface ReferenceRun {
  transfer: number;
  validate: number;
  commit: number;
  outcome: Record<'created' | 'updated' | 'failed', number>;
}

interface Printed {
  seconds: { transfer: number; validate: number; commit: number };
  last: { results: { status: 'created' | 'updated' | 'failed'; n: number }[] };
}

/** The reference as `../shared/tools/limit/install.sh DIR` lays it out: its data, its server, its command. */
export class Reference {
  readonly #folder: string;
  readonly #staff: number;

  constructor(folder: string, staff: number) {
    this.#folder = folder;
    this.#staff = staff;
  }

  /** Its server's superuser, in a database that is left alone. The first run starts the server. */
  readonly ownerUrl = 'postgres://postgres@127.0.0.1:5599/postgres';

  /** Campus' tables, each a TSV file. */
  get campus(): string {
    return join(this.#data, 'campus');
  }

  /** HR's feed, in API.md's shape. */
  get feed(): string {
    return join(this.#data, 'feed.ndjson');
  }

  get #data(): string {
    return join(this.#folder, 'data', String(this.#staff));
  }

  /** The same feed with only schools and assignment codes in Campus. The reference names its data by a number: the next one. */
  async ofFirstLoad(): Promise<Reference> {
    const first = new Reference(this.#folder, this.#staff + 1);
    await cp(this.#data, first.#data, { recursive: true });
    for (const table of await readdir(first.campus))
      if (!LEFT.includes(table)) await truncate(join(first.campus, table));
    return first;
  }

  /** Runs once, on a fresh copy of its district; the first time makes the data and the district. */
  async run(): Promise<ReferenceRun> {
    const { stdout } = await promisify(execFile)(
      join(this.#folder, 'limit.sh'),
      [String(this.#staff), ...VARIANT, '--reps', '1'],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    const { seconds, last } = JSON.parse(stdout) as Printed;
    const outcome = { created: 0, updated: 0, failed: 0 };
    for (const { status, n } of last.results) outcome[status] = n;
    const { transfer, validate, commit } = seconds;
    return { transfer, validate, commit, outcome };
  }
}
