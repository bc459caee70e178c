import type { Context } from '../../context.ts';
import { Download } from '../../export/download.ts';
import { localTime } from '../../export/local-time.ts';
import { type PdfPart, pdfStream } from '../../export/pdf/pdf.ts';
import { PERSON_COLUMNS, peopleBatches } from '../../people/people-csv.ts';
import { checkCampusData, checkedIds } from './check.ts';
import { CHECKS } from './schema.ts';
import { CHECK_TEXTS } from './texts.ts';

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
    yield { heading: CHECK_TEXTS.title(list) };
    yield { paragraph: CHECK_TEXTS.extent(list, await checkCampusData(ctx, { list, page: 1 })) };
    yield { table: CHECK_TEXTS.title(list), columns: PERSON_COLUMNS.map(([label]) => ({ label, share: 1 })) };
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
