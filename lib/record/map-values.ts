import { legible } from '../text/legible.ts';
import { MAX_POSITIONS } from './codes-sent.ts';
import type { ValueKind } from './csv/meaning.ts';
import { cleaned } from './fields.ts';
import type { PositionRecord, StaffRecord } from './record.ts';

/** Campus' code by HR's value, compared exactly, as codes are (REF-2). */
export type ValueMap = { readonly [kind in ValueKind]: ReadonlyMap<string, string> };

/** A value of HR's for which Campus' code was taken. The pointer is of the record. */
export interface MappedValue {
  kind: ValueKind;
  value: string;
  code: string;
  pointer: string;
}

/** A longer value is no code of any HR system. */
export const MAX_VALUE_CHARS = 100;

const KINDS_OF_POSITION = {
  schoolNumber: 'schools',
  assignmentCode: 'assignmentCodes',
  titleCode: 'titles',
} as const;
type Codes = { [property in keyof typeof KINDS_OF_POSITION]?: unknown };
const PROPERTIES = Object.entries(KINDS_OF_POSITION) as [keyof Codes, ValueKind][];

/** A value as codes are stored; undefined for what is none. */
export function valueIn(sent: unknown): string | undefined {
  const value = typeof sent === 'string' && sent.length <= 2 * MAX_VALUE_CHARS ? legible(sent) : '';
  return value !== '' && value.length <= MAX_VALUE_CHARS ? value : undefined;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/**
 * A record as HR sent it, with Campus' codes for the values that are mapped. Before it is parsed: HR's value may be no code
 * at all, such as a school's name. Pure.
 */
export function mapSent(json: unknown, map: ValueMap | undefined): { json: unknown; mapped: MappedValue[] } {
  const mapped: MappedValue[] = [];
  if (!map || !isObject(json)) return { json, mapped };
  const gender = mapValue('genders', json.gender, '/gender', map, mapped);
  const { positions } = json;
  return {
    json: {
      ...json,
      ...(gender !== undefined && { gender }),
      ...(Array.isArray(positions) && {
        positions: positions.map((position, i) =>
          i < MAX_POSITIONS && isObject(position)
            ? mapPosition(position, `/positions/${i}`, map, mapped)
            : position,
        ),
      }),
    },
    mapped,
  };
}

/** The same of the body of a position call. */
export function mapSentPosition(
  json: unknown,
  map: ValueMap | undefined,
): { json: unknown; mapped: MappedValue[] } {
  const mapped: MappedValue[] = [];
  return map && isObject(json) ? { json: mapPosition(json, '', map, mapped), mapped } : { json, mapped };
}

/** A staged record, which has HR's own values, with Campus' codes. Pure. */
export function mapRecord(record: StaffRecord, map: ValueMap | undefined): StaffRecord {
  if (!map) return record;
  const gender = mapValue('genders', record.demographics.gender, '', map, []);
  return {
    ...record,
    ...(gender !== undefined && { demographics: { ...record.demographics, gender } }),
    ...(record.positions && { positions: record.positions.map((one) => mapPosition(one, '', map, [])) }),
  };
}

/** A title's description is of HR's title, not of the one in Campus. */
function mapPosition<P extends Codes>(position: P, at: string, map: ValueMap, mapped: MappedValue[]): P {
  const codes: Record<string, string | null> = {};
  for (const [property, kind] of PROPERTIES) {
    const code = mapValue(kind, position[property], `${at}/${property}`, map, mapped);
    if (code === undefined) continue;
    codes[property] = code;
    if (kind === 'titles') codes.titleDescription = null;
  }
  return { ...position, ...codes };
}

function mapValue(
  kind: ValueKind,
  sent: unknown,
  pointer: string,
  map: ValueMap,
  mapped: MappedValue[],
): string | undefined {
  const value = valueIn(sent);
  const code = value === undefined ? undefined : map[kind].get(value);
  if (value !== undefined && code !== undefined) mapped.push({ kind, value, code, pointer });
  return code;
}

/** A record that was parsed with Campus' codes, with HR's own values: it is staged as it was sent. */
export function withSentValues(record: StaffRecord, sent: unknown): StaffRecord {
  if (!isObject(sent)) return record;
  const { gender, positions } = sent;
  const sentPositions = Array.isArray(positions) ? positions : [];
  return {
    ...record,
    ...(record.demographics.gender && {
      demographics: { ...record.demographics, gender: valueIn(gender) ?? record.demographics.gender },
    }),
    ...(record.positions && {
      positions: record.positions.map((position, i) => withSentCodes(position, sentPositions[i])),
    }),
  };
}

function withSentCodes(position: PositionRecord, sent: unknown): PositionRecord {
  if (!isObject(sent)) return position;
  const { schoolNumber, assignmentCode, titleCode, titleDescription } = sent;
  return {
    ...position,
    schoolNumber: valueIn(schoolNumber) ?? position.schoolNumber,
    assignmentCode: valueIn(assignmentCode) ?? position.assignmentCode,
    titleCode: valueIn(titleCode) ?? position.titleCode,
    titleDescription: typeof titleDescription === 'string' ? cleaned(titleDescription) : null,
  };
}

/** The distinct schools, genders, assignment codes and titles that a record has, whatever they are in Campus. */
export function valuesSent(json: unknown): { kind: ValueKind; value: string }[] {
  if (!isObject(json)) return [];
  const found = new Map<string, { kind: ValueKind; value: string }>();
  const add = (kind: ValueKind, sent: unknown) => {
    const value = valueIn(sent);
    if (value !== undefined) found.set(`${kind} ${value}`, { kind, value });
  };
  add('genders', json.gender);
  const positions = Array.isArray(json.positions) ? json.positions.slice(0, MAX_POSITIONS) : [json];
  for (const position of positions)
    if (isObject(position)) for (const [property, kind] of PROPERTIES) add(kind, position[property]);
  return [...found.values()];
}
