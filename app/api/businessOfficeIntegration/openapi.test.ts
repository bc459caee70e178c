import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { API_TYPES, apiTypes } from '../../../bin/hr/make-api-types.ts';
import { openApiDocument } from '../../../lib/http/openapi/document.ts';
import { endpoints } from './endpoints.ts';

const document = openApiDocument({
  endpoints,
  publicUrl: 'https://campus.example.org',
  appName: 'grand bend',
});
// biome-ignore lint/suspicious/noExplicitAny: the test looks into the document by its keys
const schemas = document.components?.schemas as Record<string, any>;

const paths = document.paths as Record<string, Record<string, unknown>>;

interface Operation {
  security: { oauth2?: string[] }[];
  responses: Record<string, unknown>;
}

test('the document passes all of Spectral’s OAS rules', async () => {
  const require = createRequire(import.meta.url);
  const { Spectral, Ruleset } = require('@stoplight/spectral-core');
  const { oas } = require('@stoplight/spectral-rulesets');
  const spectral = new Spectral();
  // There is no address that would be the contact of every installation.
  spectral.setRuleset(new Ruleset({ extends: [[oas, 'all']], rules: { 'contact-properties': 'off' } }));
  const found = await spectral.run(JSON.parse(JSON.stringify(document)));
  expect(found.map(({ code, path, message }: Record<string, unknown>) => ({ code, path, message }))).toEqual(
    [],
  );
}, 60_000);

test('every endpoint is there, with its scope, its answers and the refusals that any call may meet', () => {
  for (const { method, path, access, answers } of endpoints) {
    const operation = paths[path]?.[method.toLowerCase()] as Operation;
    expect([path, operation.security[0]?.oauth2]).toEqual([path, 'scope' in access ? [access.scope] : []]);
    const statuses = Object.keys(operation.responses);
    expect(statuses).toEqual(expect.arrayContaining([...Object.keys(answers), '400', '401', '403', '503']));
    if (method === 'POST') expect(statuses).toEqual(expect.arrayContaining(['409', '413', '415', '422']));
  }
});

test('every property of a request says what it means; address and household fields show their default', () => {
  for (const [name, schema] of Object.entries(schemas).filter(([id]) => id.endsWith('Request')))
    for (const [property, { description, $ref, type }] of Object.entries<Record<string, string>>(
      schema.properties,
    ))
      if (!$ref && type !== 'array')
        expect([name, property, description]).toEqual([name, property, expect.any(String)]);

  const silent = (properties: Record<string, { description?: string; $ref?: string; type?: unknown }>) =>
    Object.entries(properties)
      .filter(
        ([, { description, $ref, type }]) =>
          !$ref && type !== 'array' && !/Default|Required|accepted and ignored/.test(description ?? ''),
      )
      .map(([property]) => property);
  expect(silent(schemas.AddressRequest.properties)).toEqual([]);
  expect(silent(schemas.HouseholdRequest.properties)).toEqual([]);
  expect(silent(schemas.HouseholdRequest.properties.householdLocations.items.properties)).toEqual([]);
});

test('every answer with a body has an example that fits its schema', () => {
  const without = endpoints.flatMap(({ method, path, answers, answerExamples }) =>
    Object.entries(answers)
      .filter(([status, schema]) => schema && !schema.safeParse(answerExamples?.[Number(status)]).success)
      .map(([status]) => `${method} ${path} ${status}`),
  );
  expect(without).toEqual([]);
});

test('a body is JSON unless the caller chooses otherwise; no Idempotency-Key is filled in', () => {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path)) as {
    requestBody?: { content: object };
    parameters?: { name: string; example?: unknown; examples?: unknown; schema: object }[];
  }[]) {
    if (operation.requestBody) expect(Object.keys(operation.requestBody.content)[0]).toBe('application/json');
    const key = operation.parameters?.find(({ name }) => name === 'Idempotency-Key');
    if (key)
      expect(Object.keys({ ...key, ...key.schema }).filter((each) => /example|default/.test(each))).toEqual(
        [],
      );
  }
});

test('POS-2 the schema of a position asks for one of its codes', () => {
  expect(schemas.PositionRequest.anyOf).toEqual([
    { required: ['titleCode'] },
    { required: ['assignmentCode'] },
  ]);
});

test('CRED-3 the Token URL names the appName that the document was asked for', () => {
  expect(document.components?.securitySchemes?.oauth2).toMatchObject({
    flows: {
      clientCredentials: { tokenUrl: 'https://campus.example.org/campus/oauth2/token?appName=grand%20bend' },
    },
  });
});

test('the description leads to the rules, which calls and schemas name by id', () => {
  expect(document.info.description).toContain(
    '](https://campus.example.org/campus/api/businessOfficeIntegration/rules)',
  );
});

test('the types of the vendor’s client are those of the document (else: node bin/api-types.ts)', async () => {
  expect(readFileSync(API_TYPES, 'utf8')).toBe(await apiTypes());
}, 60_000);
