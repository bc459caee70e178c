import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { testAppUrl, testEnvironment } from '../../db/testing/environment.ts';
import { FACTS_VARIABLE } from '../facts.ts';

const CHECKOUT = join(import.meta.dirname, '../..');

/** How a command of an operator ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `campus …` as an operator does, as the database's owner. */
export function command(ownerUrl: string, ...args: string[]): Promise<Ended> {
  const { [FACTS_VARIABLE]: _facts, ...inherited } = process.env;
  const urls = { OWNER_DATABASE_URL: ownerUrl, DATABASE_URL: testAppUrl(ownerUrl) };
  const env = { ...inherited, ...testEnvironment, ...urls, NODE_OPTIONS: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/campus.ts', ...args], { cwd: CHECKOUT, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}
