import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownerStatement } from '../db/owner-statement.ts';

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

  /**
   * The district once it has taken the feed, and the feed of another night. The number of its data: the next but one.
   * @param change writes that feed
   */
  async ofNight(change: (feed: string, to: string) => Promise<void>): Promise<Reference> {
    const night = new Reference(this.#folder, this.#staff + 2);
    await mkdir(night.#data, { recursive: true });
    await cp(join(this.#data, 'meta.json'), join(night.#data, 'meta.json'));
    await change(this.feed, night.feed);
    await this.#print('--keep', '1');
    const [taken, fresh] = [await this.#database('l'), await this.#database('t')];
    const inTaken = new URL(taken, this.ownerUrl).href;
    await ownerStatement(
      inTaken,
      'truncate stage_staff, stage_employment, stage_position, sync_diff, sync_result',
    );
    await ownerStatement(inTaken, 'vacuum (analyze)');
    const template = fresh.replace(`t_${this.#staff}_`, `t_${night.#staff}_`);
    await ownerStatement(this.ownerUrl, `drop database if exists ${template}`);
    await ownerStatement(this.ownerUrl, `alter database ${taken} rename to ${template}`);
    return night;
  }

  /** Its databases: `t_N_…` is the district, `l_N_…` one that was kept after a run. */
  async #database(kind: 't' | 'l'): Promise<string> {
    const [found] = await ownerStatement<{ name: string }>(
      this.ownerUrl,
      `select datname as name from pg_database where starts_with(datname, '${kind}_${this.#staff}_') order by oid desc`,
    );
    if (!found) throw new Error(`the reference has no database ${kind}_${this.#staff}_…`);
    return found.name;
  }

  /** Runs once, on a fresh copy of its district; the first time makes the data and the district. */
  async run(): Promise<ReferenceRun> {
    const { seconds, last } = await this.#print();
    const outcome = { created: 0, updated: 0, failed: 0 };
    for (const { status, n } of last.results) outcome[status] = n;
    const { transfer, validate, commit } = seconds;
    return { transfer, validate, commit, outcome };
  }

  async #print(...more: string[]): Promise<Printed> {
    const { stdout } = await promisify(execFile)(
      join(this.#folder, 'limit.sh'),
      [String(this.#staff), ...VARIANT, '--reps', '1', ...more],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    return JSON.parse(stdout) as Printed;
  }
}
