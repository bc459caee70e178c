import type { Context } from '../../context.ts';
import { Download } from '../../export/download.ts';
import { localTime } from '../../export/local-time.ts';
import { type PdfPart, pdfStream } from '../../export/pdf/pdf.ts';
import { PERSON_COLUMNS, peopleBatches } from '../../people/people-csv.ts';
import { checkCampusData, checkedIds } from './check.ts';
import { CHECKS, type Check, type Checked } from './schema.ts';

const TITLES: Record<Check, string> = {
  duplicate: 'Duplicate staff numbers',
  missing: 'No staff number',
  placeholder: 'Staff numbers that are no numbers',
};

/** CHK-1, CHK-2: all lists, all of them, as PDF. */
export const exportCheckPdf = (ctx: Context): Download => {
  const head = {
    title: 'Check Campus Data',
    district: ctx.district.name,
    generated: localTime(ctx.now, ctx.district.timeZone),
    filters: [],
  };
  return new Download('check-campus-data.pdf', 'application/pdf', pdfStream(head, parts(ctx)));
};

async function* parts(ctx: Context): AsyncGenerator<PdfPart> {
  for (const list of CHECKS) {
    yield { heading: TITLES[list] };
    yield { paragraph: extent(list, await checkCampusData(ctx, { list, page: 1 })) };
    yield { table: TITLES[list], columns: PERSON_COLUMNS.map(([label]) => ({ label, share: 1 })) };
    for await (const people of peopleBatches(ctx, (tx) => checkedIds(tx, list)))
      yield {
        rows: people.map((person) =>
          PERSON_COLUMNS.map(([, cell]) => {
            const value = cell(person);
            return value === null ? null : String(value);
          }),
        ),
      };
  }
}

const NOBODY: Record<Check, string> = {
  duplicate: 'No two people share a staff number.',
  missing: 'Every staff member has a number.',
  placeholder: 'Every staff number is a number.',
};

function extent(list: Check, { people, numbers }: Checked): string {
  if (people === 0) return NOBODY[list];
  const number = new Intl.NumberFormat('en-US');
  const who = `${number.format(people)} ${people === 1 ? 'person' : 'people'}`;
  if (list === 'placeholder')
    return `${who} with a placeholder instead of a number, such as PENDING or 0000.`;
  return list === 'missing'
    ? `${who} without a number.`
    : `${who} with ${number.format(numbers)} shared ${numbers === 1 ? 'number' : 'numbers'}. Staff Numbers must be unique.`;
}
