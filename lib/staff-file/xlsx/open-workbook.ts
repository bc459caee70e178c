import { notRead } from '../not-read.ts';
import type { TableRow } from '../row.ts';
import { STAFF_FILE_TEXTS } from '../texts.ts';
import { NumberTexts, readFormats } from './number-formats.ts';
import { brokenWorkbook, WorkbookPackage } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';
import { readWholeXml, xmlParser } from './xml.ts';

/** A sheet of a workbook. */
export interface OpenSheet {
  sheet: string;
  /** All that are not hidden, in their order. */
  sheets: string[];
  rows: AsyncIterator<TableRow>;
}

const OFFICE_DOCUMENT = '/officeDocument';

/**
 * Opens a sheet of a workbook (.xlsx, .xlsm): the one of that name, or the first that is not hidden.
 * @throws Unreadable if it is damaged or has no such sheet; TooLarge
 */
export async function openWorkbook(
  source: AsyncIterable<Uint8Array>,
  wanted: string | undefined,
): Promise<OpenSheet> {
  const workbook = await WorkbookPackage.open(source);
  const root = await relations(workbook, '');
  const path = root.find(({ type }) => type.endsWith(OFFICE_DOCUMENT))?.target;
  if (!path || !workbook.has(path)) throw notRead(STAFF_FILE_TEXTS.notWorkbook());
  const related = await relations(workbook, path);
  const { sheets, is1904 } = await contents(workbook, path);
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (!sheet)
    throw notRead(wanted === undefined ? STAFF_FILE_TEXTS.noSheet() : STAFF_FILE_TEXTS.sheetUnknown(wanted));
  const part = (type: string) => {
    const target = related.find((one) => one.type.endsWith(type))?.target;
    return target !== undefined && workbook.has(target) ? target : undefined;
  };
  const strings = part('/sharedStrings');
  const styles = part('/styles');
  const target = related.find(({ id }) => id === sheet.relation)?.target;
  if (!target) throw brokenWorkbook();
  const rows = sheetRows(workbook.read(target), {
    shared: strings ? await readSharedStrings(workbook, strings) : [],
    formats: styles ? await readFormats(workbook, styles) : [],
    numbers: new NumberTexts(is1904),
  });
  return { sheet: sheet.name, sheets: sheets.map(({ name }) => name), rows };
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** What a part refers to, with whole paths. */
async function relations(workbook: WorkbookPackage, path: string): Promise<Relation[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const list = `${folder}_rels/${path.slice(slash)}.rels`;
  if (!workbook.has(list)) return [];
  const found: Relation[] = [];
  const parser = xmlParser({
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship') found.push({ id: Id, type: Type, target: resolved(folder, Target) });
    },
  });
  parser.write(await workbook.text(list)).close();
  return found;
}

/** A path within the package; `/xl/…` begins at its root. */
const resolved = (folder: string, target: string): string =>
  decodeURI(new URL(encodeURI(target), `zip:///${encodeURI(folder)}`).pathname).slice(1);

async function contents(workbook: WorkbookPackage, path: string) {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  await readWholeXml(workbook.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation });
    },
  });
  return { sheets, is1904 };
}
