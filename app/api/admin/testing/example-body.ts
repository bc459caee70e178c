import { z } from 'zod';
import { type Endpoint, isFile } from '../../../../lib/http/endpoint.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** A body an endpoint takes, made from its schema; every id in it is the next of `ids`. Undefined where it takes none. */
export function exampleBody({ body }: Endpoint, nextId: () => string): unknown {
  if (!body || isFile(body)) return undefined;
  return example(z.toJSONSchema(body.schema, { io: 'input', unrepresentable: 'any' }) as Schema, nextId);
}

/** What an endpoint needs behind its path, `?…` or nothing. */
export function exampleQuery({ query }: Endpoint): string {
  if (!query) return '';
  const schema = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as Schema;
  const given = example(schema, () => crypto.randomUUID()) as Record<string, unknown>;
  const parameters = new URLSearchParams(Object.entries(given).map(([name, value]) => [name, String(value)]));
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function example(schema: Schema, nextId: () => string): unknown {
  const choices = (schema.anyOf ?? schema.oneOf ?? []) as Schema[];
  if (choices[0]) return example(chosen(choices) ?? choices[0], nextId);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, property]) => [name, example(property as Schema, nextId)]),
      );
    case 'array':
      return schema.items ? [example(schema.items as Schema, nextId)] : [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 1;
    case 'null':
      return null;
    default:
      return text(schema, nextId);
  }
}

/** What may be nothing is nothing, but an id: those are what the tests of other districts' ids are for. */
const chosen = (choices: Schema[]) =>
  choices.some(({ format }) => format === 'uuid') ? undefined : choices.find(({ type }) => type === 'null');

function text({ format, pattern, maxLength }: Schema, nextId: () => string): string {
  if (format === 'uuid') return nextId();
  if (format === 'date') return '2026-11-24';
  if (pattern?.startsWith('^\\/')) return '/staff';
  if (pattern?.includes('[0-5]\\d')) return '20:00';
  return (maxLength ?? 100) < 30 ? '20' : 'seven otters on a red bicycle';
}
