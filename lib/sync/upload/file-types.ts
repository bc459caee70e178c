export const CSV_TYPE = 'text/csv';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';

const BY_ENDING: Record<string, string> = {
  csv: CSV_TYPE,
  tsv: CSV_TYPE,
  txt: CSV_TYPE,
  xlsx: XLSX_TYPE,
  xlsm: XLSX_TYPE,
  json: JSON_TYPE,
  ndjson: NDJSON_TYPE,
  jsonl: NDJSON_TYPE,
};

/** For a file chooser. */
export const FILE_ENDINGS = Object.keys(BY_ENDING)
  .map((ending) => `.${ending}`)
  .join(',');

/** By its name: browsers know no type of most of these. Undefined for a file that nobody reads here. */
export const typeOfFile = (name: string): string | undefined =>
  BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];

/** Whether a file of this type has columns, which can have any names. */
export const isTable = (type: string | undefined): boolean => type === CSV_TYPE || type === XLSX_TYPE;
