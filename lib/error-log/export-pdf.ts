import type { Context } from '../context.ts';
import { Download } from '../export/download.ts';
import { localDate, localTime } from '../export/local-time.ts';
import { type PdfPart, pdfStream } from '../export/pdf/pdf.ts';
import { allErrors } from './all-errors.ts';
import { cut } from './export-csv.ts';
import { countErrors } from './list-errors.ts';
import type { Narrowing } from './schema.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

/** What a reader of paper needs of a payload; the viewer and the CSV have more. */
const PAYLOAD = 300;
/** A PDF of more could be neither read nor opened well. */
const MAX_ENTRIES = 20_000;
const COLUMNS = [
  { label: 'Error Date', share: 9 },
  { label: 'Action', share: 6 },
  { label: 'Path', share: 22 },
  { label: 'Error Message', share: 34 },
  { label: 'Payload', share: 33 },
];

/** ERR-2: the log as it is narrowed, as PDF. */
export const exportErrorsPdf = (ctx: Context, asked: Narrowing): Download => {
  const { district, now } = ctx;
  const head = {
    title: 'Business Office Error Log',
    district: district.name,
    generated: localTime(now, district.timeZone),
    filters: filters(asked),
  };
  return new Download('error-log.pdf', 'application/pdf', pdfStream(head, parts(ctx, asked)));
};

async function* parts(ctx: Context, asked: Narrowing): AsyncGenerator<PdfPart> {
  const total = await countErrors(ctx, asked);
  yield { paragraph: ERROR_LOG_TEXTS.extent(total, MAX_ENTRIES) };
  if (total === 0) return;
  yield { table: 'Errors', columns: COLUMNS };
  let written = 0;
  for await (const errors of allErrors(ctx, asked, { payloadChars: PAYLOAD })) {
    yield {
      rows: errors.map((error) => [
        localTime(error.occurredAt, ctx.district.timeZone),
        error.action,
        error.path,
        `${error.status}: ${error.message}`,
        cut(error),
      ]),
    };
    written += errors.length;
    if (written >= MAX_ENTRIES) return;
  }
}

/** As sentences that name what the log was narrowed to. */
function filters({ search, from, to, action, status, cause, state }: Narrowing): string[] {
  return [
    (from || to) && `Dates: ${from ? localDate(from) : 'the beginning'} to ${to ? localDate(to) : 'today'}`,
    search.trim() && `Search: ${search.trim()}`,
    action && `Action: ${action}`,
    status && `Status: ${status}`,
    state && `State: ${state}`,
    cause !== undefined && `Cause: ${cause || 'not recorded'}`,
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}
