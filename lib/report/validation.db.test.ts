import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import type { Download } from '../export/download.ts';
import { readPdf } from '../export/pdf/testing/read-pdf.ts';
import { NotFound } from '../failure.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { staffOf } from '../sync/transfer/staff-of.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { runJob } from '../worker/start-worker.ts';
import { exportValidationCsv, exportValidationPdf } from './export-validation.ts';
import { readSection } from './read-section.ts';

const positions = [{ assignmentCode: '20', startDate: '2020-08-01' }];

/** Two people who differ, one in the e-mail and one in the name, and 300 that only HR has. */
async function validated(): Promise<{ ctx: Context; runId: string }> {
  const ctx = await testDistrict();
  const common = { firstName: 'Pat', gender: 'F', positions } as const;
  await insertPerson(ctx, { ...common, staffNumber: '1', lastName: 'Árpád', workEmail: 'old@k12.us' });
  await insertPerson(ctx, { ...common, staffNumber: '2', lastName: 'Brown', ssn: '987654321' });
  const hr = { firstName: 'Pat', gender: 'F', positions: [{ schoolNumber: '010', ...positions[0] }] };
  await startSync(ctx);
  await transferStaff(
    ctx,
    staffOf([
      { ...hr, staffNumber: '1', lastName: 'Árpád', workEmail: 'new@k12.us' },
      { ...hr, staffNumber: '2', lastName: '=Simpson', ssn: '123-45-6789' },
      ...Array.from({ length: 300 }, (_, i) => ({ ...hr, staffNumber: `N${i}`, lastName: `New ${i}` })),
    ]),
  );
  await endSync(ctx);
  const { runId, jobId } = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  return { ctx, runId };
}

const text = ({ stream }: Download) => new Response(stream).text();
const pdf = async ({ stream }: Download) =>
  readPdf(new Uint8Array(await new Response(stream).arrayBuffer())).pages.flat();

test('VAL-3 entries are narrowed by a text in names and numbers and by a field that differs, page by page', async () => {
  const { ctx, runId } = await validated();
  const found = async (filter: object, section: 'demographics' | 'hrNotInCampus' = 'demographics') => {
    const { data, total } = await readSection(ctx, { runId, section, limit: 1000, ...filter });
    return [data.map(({ staffNumber }) => staffNumber), total];
  };
  expect(await found({})).toEqual([['1', '2'], 2]);
  expect(await found({ search: 'ÁRP' })).toEqual([['1'], 1]);
  expect(await found({ search: 'simpson' })).toEqual([['2'], 1]);
  expect(await found({ field: 'workEmail' })).toEqual([['1'], 1]);
  expect(await found({ field: 'name' })).toEqual([['2'], 1]);
  expect(await found({ field: 'name', search: 'árp' })).toEqual([[], 0]);
  expect(await found({ search: 'n29' }, 'hrNotInCampus')).toEqual([
    ['N29', ...Array.from({ length: 10 }, (_, i) => `N29${i}`)],
    11,
  ]);
  const first = await readSection(ctx, { runId, section: 'hrNotInCampus', limit: 100, search: 'new' });
  expect([first.data.length, first.total]).toEqual([100, 300]);
  const next = await readSection(ctx, {
    runId,
    section: 'hrNotInCampus',
    limit: 100,
    search: 'new',
    cursor: JSON.parse(Buffer.from(first.nextCursor as string, 'base64url').toString()),
  });
  expect(next.data[0]?.staffNumber).toBe('N100');
});

test('VAL-3 VAL-4 the CSV has every entry with its reason, formulas neutralised, an SSN as four digits only', async () => {
  const { ctx, runId } = await validated();
  const csv = await text(await exportValidationCsv(ctx, { runId }));
  const [head, ...rows] = parse(csv, { bom: true }) as string[][];
  const column = (name: string) => (head as string[]).indexOf(name);
  const numbers = rows
    .filter((row) => row[column('Section')] === 'HR staff NOT in Campus')
    .map((row) => row[column('Staff Number')]);
  expect(new Set(numbers).size).toBe(300);
  const [campus, hr] = rows.filter(
    (row) => row[column('Section')] === 'Demographic Differences' && row[column('Staff Number')] === '2',
  );
  expect([campus?.[column('System')], campus?.[column('Last Name')]]).toEqual(['Campus', 'Brown']);
  expect([hr?.[column('System')], hr?.[column('Last Name')]]).toEqual(['HR', "'=Simpson"]);
  expect(hr?.[column('Differs')]).toContain('Last Name');
  expect(hr?.[column('Why')]).not.toBe('');
  expect(csv).toContain('6789');
  expect(csv.replaceAll('-', '')).not.toMatch(/123456789|987654321/);
});

test('VAL-1 VAL-2 VAL-3 the PDF has every figure and every entry, pairs one above the other, and when it was generated', async () => {
  const { ctx, runId } = await validated();
  const lines = await pdf(await exportValidationPdf(ctx, { runId }));
  expect(lines).toEqual(
    expect.arrayContaining([
      'Staff Synchronization Validation Report',
      'Test ISD',
      expect.stringMatching(/^Generated on \d+\/\d+\/\d{4} \d+:\d\d [AP]M$/),
      'Staff Synchronization Summary',
      'Campus staff with duplicate staff numbers',
      'Demographic Differences',
      'old@k12.us',
      'new@k12.us',
      'N0',
      'N299',
    ]),
  );
  expect(lines.indexOf('Campus')).toBeLessThan(lines.indexOf('HR'));
  expect(lines.join('').replaceAll('-', '')).not.toMatch(/123456789|987654321/);
});

test('VAL-3 PDF and CSV are of what the report is narrowed to', async () => {
  const { ctx, runId } = await validated();
  const asked = { runId, section: 'demographics', field: 'workEmail' } as const;
  const lines = await pdf(await exportValidationPdf(ctx, asked));
  expect(lines).toEqual(
    expect.arrayContaining(['Field: Work Email', 'Section: Demographic Differences', 'old@k12.us']),
  );
  expect(lines).not.toContain('Brown');
  expect(lines).not.toContain('N0');
  expect(parse(await text(await exportValidationCsv(ctx, asked)), { bom: true })).toHaveLength(3);
});

test('VAL-3 another district’s report is as unknown as one that is not there', async () => {
  const [{ runId }, other] = [await validated(), await testDistrict()];
  await expect(exportValidationPdf(other, { runId })).rejects.toThrow(NotFound);
  await expect(exportValidationCsv(other, { runId })).rejects.toThrow(NotFound);
});
