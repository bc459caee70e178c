import type { Context } from '../context.ts';
import { csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import { localTime } from '../export/local-time.ts';
import { type PdfPart, pdfStream } from '../export/pdf/pdf.ts';
import { inLabels } from '../record/in-labels.ts';
import { count } from '../text/numbers.ts';
import { allEntries, type EntryFilter, entryCount } from './entries.ts';
import { nothingIn } from './nothing.ts';
import { readValidation, type StoredReport, storedReport } from './read-validation.ts';
import { type Entry, SECTIONS, type Section } from './schema.ts';
import {
  FIELD_CHOICES,
  isIgnored,
  printed,
  REPORT_COLUMNS,
  SECTION_PLANS,
  type SectionColumn,
  valueIn,
} from './sections.ts';
import { summaryLines } from './summary-lines.ts';
import { REPORT_TEXTS } from './texts.ts';

export interface ValidationAsked extends EntryFilter {
  runId: string;
  /** One section only. */
  section?: Section;
}

/** A PDF of more could be neither read nor opened well. */
const MAX_ENTRIES = 20_000;
const CAMPUS_MARK = '#fdf0d5';
const HR_MARK = '#dcf5e3';

/** VAL-3: the report as it is narrowed, as CSV: a row for each side of an entry. @throws NotFound */
export async function exportValidationCsv(ctx: Context, asked: ValidationAsked): Promise<Download> {
  const report = await reportOf(ctx, asked);
  type Row = { section: Section; system: string; side: Entry['campus']; entry: Entry };
  async function* rows(): AsyncGenerator<Row[]> {
    for (const section of sectionsOf(asked))
      for await (const entries of allEntries(ctx, { ...narrowing(asked), validationId: report.id, section }))
        yield entries.flatMap((entry) =>
          [
            { section, system: 'Campus', side: entry.campus, entry },
            { section, system: 'HR', side: entry.hr, entry },
          ].filter(({ side }) => side !== null),
        );
  }
  const stream = csvStream<Row>(
    [
      ['Section', ({ section }) => SECTION_PLANS[section].name],
      ['System', ({ system }) => system],
      ...REPORT_COLUMNS.map(({ id, label }) => [label, ({ side }: Row) => printed(side?.[id])] as const),
      ['Differs', ({ entry }) => entry.fields.map(labelOf).join(', ')],
      ['Why', ({ entry }) => inLabels(entry.why.reason)],
      ['Rule', ({ entry }) => entry.why.rule],
    ],
    rows(),
  );
  return new Download('validation-report.csv', 'text/csv; charset=utf-8', stream);
}

/** VAL-3: the report as it is narrowed, as PDF: figures, then section by section, pairs one above the other. @throws NotFound */
export async function exportValidationPdf(ctx: Context, asked: ValidationAsked): Promise<Download> {
  const { district } = ctx;
  const report = await reportOf(ctx, asked);
  const head = {
    title: 'Staff Synchronization Validation Report',
    district: district.name,
    generated: localTime(report.generatedAt, district.timeZone),
    filters: [
      asked.search?.trim() && `Search: ${asked.search.trim()}`,
      asked.field && `Field: ${labelOf(asked.field)}`,
      asked.section && `Section: ${SECTION_PLANS[asked.section].name}`,
    ].filter((line) => typeof line === 'string' && line !== '') as string[],
  };
  return new Download('validation-report.pdf', 'application/pdf', pdfStream(head, parts(ctx, asked, report)));
}

async function* parts(ctx: Context, asked: ValidationAsked, report: StoredReport): AsyncGenerator<PdfPart> {
  const stored = await readValidation(ctx, asked);
  yield { heading: 'Staff Synchronization Summary' };
  yield {
    table: 'Summary',
    columns: [
      { label: 'What', share: 4 },
      { label: 'How many', share: 5 },
    ],
  };
  yield { rows: summaryLines(stored) };
  for (const { message } of stored.warnings) yield { paragraph: message };
  let room = MAX_ENTRIES;
  for (const section of sectionsOf(asked)) {
    const inSection = { ...narrowing(asked), validationId: report.id, section };
    const [counted] = await ctx.db.inDistrict(ctx.district.id, (tx) => entryCount(tx, inSection));
    const total = counted?.total ?? 0;
    const plan = SECTION_PLANS[section];
    yield { heading: plan.title.replace('{n}', count(total)) };
    if (total === 0) {
      yield {
        paragraph: asked.search || asked.field ? REPORT_TEXTS.noMatches() : nothingIn(section, stored).text,
      };
      continue;
    }
    const most = Math.min(total, room);
    yield { paragraph: [plan.sentence, REPORT_TEXTS.extent(most, total)].filter(Boolean).join('. ') };
    if (most > 0) yield* entries(allEntries(ctx, inSection), section, most);
    room -= most;
  }
}

async function* entries(
  batches: AsyncIterable<Entry[]>,
  section: Section,
  most: number,
): AsyncGenerator<PdfPart> {
  const { layout, columns } = SECTION_PLANS[section];
  const pairs = layout === 'pairs';
  yield {
    table: SECTION_PLANS[section].name,
    columns: [
      ...(pairs ? [{ label: 'System', share: 4 }] : []),
      ...columns.map(({ id, label }) => ({ label, share: id === 'workEmail' ? 10 : 5 })),
      { label: 'Why', share: 14 },
    ],
  };
  let written = 0;
  for await (const batch of batches) {
    const kept = batch.slice(0, most - written);
    yield {
      rows: kept.flatMap((entry) =>
        pairs ? pairRows(entry, columns) : [singleRow(section, entry, columns)],
      ),
      together: pairs ? 2 : 1,
    };
    written += kept.length;
    if (written >= most) return;
  }
}

function pairRows(entry: Entry, columns: readonly SectionColumn[]) {
  const differing = entry.campus && entry.hr ? entry.fields : [];
  const cells = (side: Entry['campus'], absent: string, mark: string) =>
    side === null
      ? [absent]
      : columns.map(({ id }) => {
          const text = printed(valueIn(side, id, columns)) ?? '–';
          return differing.includes(id) ? { text, mark } : text;
        });
  const pad = (row: ReturnType<typeof cells>) => [...row, ...Array(columns.length - row.length).fill(null)];
  return [
    ['Campus', ...pad(cells(entry.campus, 'Not in Campus', CAMPUS_MARK)), whyOf(entry, columns)],
    ['HR', ...pad(cells(entry.hr, 'Not in HR', HR_MARK)), null],
  ];
}

const singleRow = (section: Section, entry: Entry, columns: readonly SectionColumn[]) => [
  ...columns.map(({ id }) => printed(valueIn(entry.hr ?? entry.campus ?? {}, id, columns))),
  `${isIgnored(section, entry) ? 'Ignored: ' : ''}${whyOf(entry, columns)}`,
];

/** With what differs beyond the columns, which have no room for every field. */
function whyOf({ why, campus, hr }: Entry, columns: readonly SectionColumn[]): string {
  const shown = new Set(['staffNumber', ...columns.map(({ id }) => id)]);
  const further = REPORT_COLUMNS.filter(({ id }) => !shown.has(id)).flatMap(({ id, label }) => {
    const [was, is] = [printed(campus?.[id]), printed(hr?.[id])];
    return was === null && is === null
      ? []
      : [`${label}: ${was === is || is === null ? was : `${was ?? '–'} → ${is}`}.`];
  });
  return [`${inLabels(why.reason)} (${why.rule})`, ...further].join(' ');
}

const reportOf = (ctx: Context, { runId }: ValidationAsked): Promise<StoredReport> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => storedReport(ctx, tx, runId));

/** A filter without the run and the section. */
const narrowing = ({ search = '', field = '' }: EntryFilter): EntryFilter => ({ search, field });

const sectionsOf = ({ section }: ValidationAsked): readonly Section[] => (section ? [section] : SECTIONS);

const labelOf = (field: string): string =>
  [...FIELD_CHOICES, ...REPORT_COLUMNS.map(({ id, label }) => ({ field: id, label }))].find(
    (choice) => choice.field === field,
  )?.label ?? field;
