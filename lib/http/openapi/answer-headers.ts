const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, examples: [example] },
});

/** What every answer carries, once for the whole document. */
export const ANSWER_HEADERS = {
  'X-Request-Id': header(
    'The id of this call, also in the error log.',
    '6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21',
  ),
  RateLimit: header('What is left of this minute.', '"client";r=5999;t=41'),
  'RateLimit-Policy': header('Calls a minute.', '"client";q=6000;w=60'),
};

/** The same, where an answer names them. */
export const answerHeaders = Object.fromEntries(
  Object.keys(ANSWER_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` as const }]),
);
