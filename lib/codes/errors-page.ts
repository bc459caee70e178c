import { CALL_ERRORS, CSV_ERRORS, SYNC_WARNINGS } from './call.ts';
import { RECORD_ERRORS, RECORD_WARNINGS } from './record.ts';

/** docs/vendors/errors.md, from the closed lists that reading and planning use. */
export const errorsPage = (): string => `# What can be wrong, by code

This page is made from the code (\`node bin/errors-page.ts\`). The ids in brackets are [rules](../rules.md).

## Errors of a record

Nothing of the record is written. The answer lists all errors of a record at once, each with a JSON pointer.

${table(RECORD_ERRORS)}

## Warnings about a record

The record was accepted, but Campus did not do everything it asks for, or a value looks wrong.

${table(RECORD_WARNINGS)}

## Errors of a call

${table(CALL_ERRORS)}

## Errors of a CSV feed

${table(CSV_ERRORS)}

## Warnings of a synchronization

${table(SYNC_WARNINGS)}
`;

const table = (codes: Record<string, string>): string =>
  [
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(codes).map(([code, text]) => `| \`${code}\` | ${linked(text)} |`),
  ].join('\n');

/** A rule's id as a link to what it says. */
const linked = (text: string): string =>
  text.replaceAll(/(?<=\(|, )[A-Z]+-\d+(?=[),])/g, (id) => `[${id}](../rules.md#${id.toLowerCase()})`);
