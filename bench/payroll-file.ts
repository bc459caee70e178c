import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** As many bytes as 60 MB have for each of 100,000 rows. */
const ROW_BYTES = 600;
const BATCH_ROWS = 1_000;

interface Staff {
  [property: string]: unknown;
  gender: string;
  birthDate: string;
  employments: { hireDate: string; terminationDate: string | null }[];
  positions: {
    [property: string]: unknown;
    schoolNumber: string;
    startDate: string;
    endDate: string | null;
  }[];
  household?: { householdLocations: { address: Record<string, unknown> }[] };
}

type Cells = Record<string, unknown>;

/** What a payroll system exports, in its order; the last two columns are nothing that Campus takes. */
const COLUMNS =
  'Emp #,Last,First,MI,Sex,SSN,DOB,Work Phone,Cell,Work Email,Home Email,Hire Date,Term Date,Bldg,Assignment,Job Code,Job Title,Start,End,Street,City,St,Zip,GL Account,Remarks'.split(
    ',',
  );

/**
 * Writes an NDJSON feed as a payroll system exports it: a row a position, Male/Female, M/D/YYYY, school numbers without
 * their zeros, columns that Campus does not take.
 * @param onePosition each person is one row
 * @returns rows and people, at most `rows`, and the file's bytes
 */
export async function writePayrollFile(
  feed: string,
  path: string,
  { rows, onePosition }: { rows: number; onePosition: boolean },
): Promise<{ rows: number; people: number; bytes: number }> {
  const file = await open(path, 'w');
  const made = { rows: 0, people: 0, bytes: 0 };
  let lines = `${COLUMNS.join(',')}\r\n`;
  const write = async () => {
    made.bytes += Buffer.byteLength(lines);
    await file.appendFile(lines);
    lines = '';
  };
  try {
    for await (const line of createInterface({ input: createReadStream(feed) })) {
      const staff = JSON.parse(line) as Staff;
      const of = rowsOf(staff).slice(0, onePosition ? 1 : rows - made.rows);
      for (const row of of) lines += rowOf(row);
      made.rows += of.length;
      made.people += 1;
      if (made.rows % BATCH_ROWS < of.length) await write();
      if (made.rows >= rows) break;
    }
    await write();
    return made;
  } finally {
    await file.close();
  }
}

function rowsOf(staff: Staff): Cells[] {
  const { employments, positions } = staff;
  const person = personCells(staff);
  return Array.from({ length: Math.max(1, employments.length, positions.length) }, (_, index) => ({
    ...person,
    ...employmentCells(employments[index]),
    ...positionCells(positions[index]),
  }));
}

const personCells = (staff: Staff): Cells => ({
  'Emp #': staff.staffNumber,
  Last: staff.lastName,
  First: staff.firstName,
  MI: staff.middleName,
  Sex: { M: 'Male', F: 'Female' }[staff.gender] ?? staff.gender,
  SSN: staff.ssn,
  DOB: spreadsheetDate(staff.birthDate),
  'Work Phone': staff.workPhone,
  Cell: staff.cellPhone,
  'Work Email': staff.workEmail,
  'Home Email': staff.personalEmail,
  ...addressCells(staff.household?.householdLocations[0]?.address),
});

const employmentCells = (of: Staff['employments'][number] | undefined): Cells => ({
  'Hire Date': spreadsheetDate(of?.hireDate),
  'Term Date': spreadsheetDate(of?.terminationDate),
});

const positionCells = (of: Staff['positions'][number] | undefined): Cells => ({
  Bldg: of?.schoolNumber.replace(/^0+(?=.)/, ''),
  Assignment: of?.assignmentCode,
  'Job Code': of?.titleCode,
  'Job Title': of?.titleDescription,
  Start: spreadsheetDate(of?.startDate),
  End: spreadsheetDate(of?.endDate),
});

function addressCells(address: Record<string, unknown> | undefined): Cells {
  if (!address) return {};
  const { fullStreetAddress, postOfficeBox, number, prefix, street, tag, direction, apt } = address;
  const parts = [number, prefix, street, tag, direction, apt && `Apt ${apt}`];
  return {
    Street: fullStreetAddress ?? (postOfficeBox ? `PO Box ${number}` : parts.filter(Boolean).join(' ')),
    City: address.city,
    St: address.state,
    Zip: address.zip,
  };
}

/** 2020-07-05 as a spreadsheet in the United States has it. */
function spreadsheetDate(day: string | null | undefined): string {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return day ? `${month}/${date}/${year}` : '';
}

function rowOf(cells: Cells): string {
  const row = COLUMNS.slice(0, -1)
    .map((column) => quoted(String(cells[column] ?? '')))
    .join(',');
  return `${row},${'remark '.repeat(ROW_BYTES / 7).slice(0, Math.max(0, ROW_BYTES - row.length - 3))}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
