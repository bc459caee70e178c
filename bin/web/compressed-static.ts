import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Handler } from './front.ts';
import { pathOf } from './refusal.ts';

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

interface Copy {
  file: string;
  headers: Record<string, string | number>;
}

/** Sends the build's Brotli copies to clients that accept them; `handle` answers everything else. */
export function withCompressedStatic(buildFolder: string, handle: Handler): Handler {
  const copies = copiesIn(join(buildFolder, 'static'));
  return async (request, response) => {
    const copy = takesBrotli(request) && copies.get(pathOf(request.url ?? ''));
    if (!copy) return handle(request, response);
    response.writeHead(200, copy.headers);
    if (request.method === 'HEAD') return void response.end();
    await pipeline(createReadStream(copy.file), response);
  };
}

const takesBrotli = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding']));

/** By URL path. Only listed files can be requested, so no path leads elsewhere. */
function copiesIn(folder: string): Map<string, Copy> {
  if (!statSync(folder, { throwIfNoEntry: false })) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.br'),
  );
  return new Map(
    names.map((name) => {
      const file = join(folder, name);
      const original = name.slice(0, -'.br'.length);
      const headers = {
        'Content-Type': TYPES[original.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Content-Encoding': 'br',
        'Content-Length': statSync(file).size,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
      };
      return [`/campus/_next/static/${original.split(sep).join('/')}`, { file, headers }];
    }),
  );
}
