import { adminEndpoints } from '../../app/api/admin/endpoints.ts';
import { endpoints } from '../../app/api/businessOfficeIntegration/endpoints.ts';
import { newId } from '../../lib/new-id.ts';
import { type Findings, note } from './findings.ts';
import type { Target } from './target.ts';

/** Calls that need no id of the other district to change something of the own one. */
const SESSION_ENDING = /\/account\//;

/** Each id of the victim's in each path that takes one: the answer must be that to an id that nobody has. */
export async function attackTenancy(target: Target, findings: Findings): Promise<void> {
  const { client, admin, victimIds, victimNumber } = target;
  const calls = [
    ...endpoints.map((one) => ({ ...one, base: '/api/businessOfficeIntegration', headers: client })),
    ...adminEndpoints.map((one) => ({ ...one, base: '/api/admin', headers: admin })),
  ].filter(({ path }) => path.includes('{') && !SESSION_ENDING.test(path));
  const others = [...victimIds, { table: 'staff numbers', id: victimNumber }];
  for (const { base, path, method, headers } of calls) {
    const ask = async (id: string) => {
      const at = base + path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
      const { status, text } = await target.send(at, {
        ...{ method, headers },
        body: method === 'GET' ? undefined : '{}',
      });
      return { status, text: comparable(text, id) };
    };
    const nobody = await ask(newId());
    const nobodysNumber = await ask('nobody-has-it');
    for (const { table, id } of others) {
      const expected = id === victimNumber ? nobodysNumber : nobody;
      const { status, text } = await ask(id);
      const same = status === expected.status && text === expected.text;
      note(
        findings,
        `${method} ${path} with an id of ${table}`,
        same ? undefined : `answered ${status}, another id ${expected.status}`,
      );
    }
  }
}

/** An answer without what names the call. */
const comparable = (text: string, id: string): string =>
  text
    .replaceAll(/"requestId":"[^"]*"/g, '')
    .replaceAll(encodeURIComponent(id), 'ID')
    .replaceAll(id, 'ID');
