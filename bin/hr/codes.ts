import type { Code, KnownCodes } from '../../lib/record/csv/match-values.ts';
import { type CampusClient, dataOf } from './client.ts';

/** Enough for a mapping that names every value itself. */
export const NO_CODES: KnownCodes = { schools: [], genders: [], assignmentCodes: [], titles: [] };

const FORBIDDEN = 403;

interface Page<T> {
  data?: { data: T[]; nextCursor: string | null } | undefined;
  error?: unknown;
  response: Response;
}

/**
 * The district's codes, which the values of a file are matched with, as the page does. Without the scope `staff.read`
 * there are none: then the file and its mapping have to use them.
 */
export async function districtCodes(campus: CampusClient): Promise<KnownCodes> {
  const codes = (path: '/attributes/genders' | '/attributes/assignmentCodes' | '/attributes/titles') =>
    listed((cursor) => campus.GET(path, { params: { query: { limit: 1000, ...cursor } } }));
  const schools = await listed((cursor) =>
    campus.GET('/schools', { params: { query: { limit: 1000, ...cursor } } }),
  );
  return {
    schools: schools.map(({ schoolNumber: code, name: description }) => ({ code, description })),
    genders: await codes('/attributes/genders'),
    assignmentCodes: await codes('/attributes/assignmentCodes'),
    titles: await codes('/attributes/titles'),
  } satisfies Record<keyof KnownCodes, Code[]>;
}

async function listed<T>(page: (cursor: { cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const answer = await page(cursor === undefined ? {} : { cursor });
    if (answer.response.status === FORBIDDEN) return [];
    const { data, nextCursor }: { data: T[]; nextCursor: string | null } = dataOf(
      answer as { data: { data: T[]; nextCursor: string | null }; response: Response },
    );
    all.push(...data);
    cursor = nextCursor;
  }
  return all;
}
