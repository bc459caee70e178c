import { createHash } from 'node:crypto';
import {
  type ArchivedTable,
  type ArchiveFooter,
  type ArchiveHeader,
  BadArchive,
  END_OF_ROWS,
} from './format.ts';

const NEWLINE = 0x0a;
const END = Buffer.from(`\n${END_OF_ROWS}`);
const MAX_LINE_BYTES = 256 * 1024 * 1024;

const CUT_OFF = 'The backup ends in the middle: it was cut off or is damaged. Nothing of it was restored.';
const DAMAGED = 'The backup is damaged. Nothing of it was restored.';

/** Reads an archive from its bytes, once, from the beginning to the end. */
export class ArchiveReader {
  readonly #bytes: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  #buffer: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#bytes = bytes[Symbol.asyncIterator]();
  }

  /** @throws BadArchive for a file that is no backup of this format */
  async header(): Promise<ArchiveHeader> {
    const header = parsed(await this.#line().catch(() => undefined)) as Partial<ArchiveHeader> | undefined;
    if (header?.campusBackup !== 1) throw new BadArchive('The file is no backup of Campus BOI.');
    return header as ArchiveHeader;
  }

  /** The next table, whose `rows` must be read before the next call, or the footer, once the checksum fits. */
  async next(): Promise<{ table: ArchivedTable; rows: AsyncGenerator<Buffer> } | { footer: ArchiveFooter }> {
    const found = parsed(await this.#line()) as ArchivedTable | ArchiveFooter | undefined;
    if (found && 'table' in found) return { table: found, rows: this.#rows() };
    if (!found || !('jobs' in found)) throw new BadArchive(DAMAGED);
    const sha256 = this.#hash.copy().digest('hex');
    const last = parsed(await this.#line()) as { sha256?: string } | undefined;
    if (last?.sha256 !== sha256)
      throw new BadArchive('The backup is damaged: its checksum differs. Nothing of it was restored.');
    return { footer: found };
  }

  async #line(): Promise<string> {
    let end = this.#buffer.indexOf(NEWLINE);
    while (end < 0) {
      const from = this.#buffer.length;
      if (from > MAX_LINE_BYTES) throw new BadArchive(DAMAGED);
      await this.#more();
      end = this.#buffer.indexOf(NEWLINE, from);
    }
    return this.#take(end + 1).toString('utf8');
  }

  /** Up to the end mark, a line of its own. Every row ends with a newline, so the mark follows one. */
  async *#rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#buffer.indexOf(END);
      if (end >= 0) {
        yield this.#take(end + 1);
        this.#take(END_OF_ROWS.length);
        return;
      }
      // The mark may have begun at the end of what is there.
      const whole = this.#buffer.length - END.length;
      if (whole > 0) yield this.#take(whole);
      await this.#more();
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#buffer.subarray(0, bytes);
    this.#buffer = this.#buffer.subarray(bytes);
    this.#hash.update(taken);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#bytes.next().catch((cause) => {
      throw new BadArchive(CUT_OFF, { cause });
    });
    if (next.done) throw new BadArchive(CUT_OFF);
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
