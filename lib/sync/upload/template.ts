import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { columnProperties } from '../../record/csv/properties.ts';

/** A CSV file to begin with: its header names every property, and nobody is in it. */
export function uploadTemplate(): Download {
  const columns = columnProperties().map(({ name }) => [name, () => null] as const);
  return new Download('staff-template.csv', 'text/csv; charset=utf-8', csvStream(columns, nobody()));
}

async function* nobody(): AsyncGenerator<never[]> {}
