import type { Context } from '../context.ts';
import { type CsvColumns, csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import { localTime } from '../export/local-time.ts';
import { count } from '../text/numbers.ts';
import { allErrors, type ExportedError } from './all-errors.ts';
import type { Narrowing } from './schema.ts';

/** A spreadsheet's cell holds 32,767 characters. */
const PAYLOAD = 32_000;
/** ERR-2, ERR-3: the log as it is narrowed, as CSV. */
export const exportErrorsCsv = (ctx: Context, asked: Narrowing): Download => {
  const columns: CsvColumns<ExportedError> = [
    ['Error Date', (e) => localTime(e.occurredAt, ctx.district.timeZone)],
    ['Action', (e) => e.action],
    ['Path', (e) => e.path],
    ['Status', (e) => e.status],
    ['Error Message', (e) => e.message],
    ['Staff Number', (e) => e.staffNumber],
    ['Request ID', (e) => e.requestId],
    ['Client', (e) => e.client],
    ['State', (e) => e.state],
    ['State Changed By', (e) => e.stateBy],
    ['State Changed On', (e) => e.stateAt && localTime(e.stateAt, ctx.district.timeZone)],
    ['Payload', (e) => cut(e)],
  ];
  const rows = allErrors(ctx, asked, { payloadChars: PAYLOAD });
  return new Download('error-log.csv', 'text/csv; charset=utf-8', csvStream(columns, rows));
};

/** A payload that is not all there says so. */
export const cut = ({ payload, payloadLength }: ExportedError): string | null =>
  payload !== null && payloadLength > payload.length
    ? `${payload.toWellFormed()}… (${count(payloadLength)} characters)`
    : payload;
