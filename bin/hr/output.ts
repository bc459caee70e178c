import { stdout } from 'node:process';
import { type Options, Presets, SingleBar } from 'cli-progress';

/** Prints lines for a person on a terminal, and the value as JSON in a pipe. */
export function print(value: unknown, lines: () => string[]): void {
  console.log(stdout.isTTY ? lines().join('\n') : JSON.stringify(value));
}

/** A progress bar on a terminal, nothing in a pipe. */
export function progressBar(what: string, total: number) {
  const options: Options = {
    format: `${what} {bar} {value} of {total} · {eta_formatted} left`,
    hideCursor: true,
    noTTYOutput: false,
  };
  const bar = stdout.isTTY && total > 0 ? new SingleBar(options, Presets.shades_classic) : undefined;
  bar?.start(total, 0);
  return {
    to: (done: number, of = total) => {
      bar?.setTotal(of);
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly (string | number | null | undefined)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')));
  const widths = (cells[0] ?? []).map((_, column) =>
    cells.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
