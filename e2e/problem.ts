import { expect } from '@playwright/test';
import type { FieldError, Problem } from './contract.ts';
import type { Answer } from './vendor.ts';

const KNOWN = ['pointer', 'code', 'message', 'hint', 'index', 'staffNumber', 'otherIndex', 'stagedAt'];

/** Holds an answer to API.md's *Conventions* of errors, and gives its document for what the case has to say. */
export function expectProblem(answer: Answer, status: number): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, problem }).toMatchObject({ status, problem: { status } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.stringMatching(/./),
    // One plain sentence that says what to do, and none of the machine's own words.
    detail: expect.stringMatching(/^[^\n]{15,}[.?!]$/),
    instance: expect.stringMatching(/^\//),
    requestId: answer.headers.get('x-request-id'),
  });
  expect(problem.detail).not.toMatch(/undefined|\[object|\bat .*:\d+|Error:|Expected .*received/i);
  for (const error of problem.errors ?? []) {
    expect(error).toMatchObject({
      pointer: expect.stringMatching(/^(\/|$)/),
      code: expect.stringMatching(/^[a-z][A-Za-z0-9]+$/),
      message: expect.stringMatching(/./),
    });
    expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(error)));
  }
  return problem;
}

export const errorsOf = (answer: Answer): FieldError[] => (answer.body as Problem).errors ?? [];

/** The pointers of everything that is wrong, in order, each once. */
export const pointersOf = (answer: Answer): string[] =>
  [...new Set(errorsOf(answer).map(({ pointer }) => pointer))].sort();
