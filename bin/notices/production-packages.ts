import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

/** As ssh2 and its parts name theirs: a list, which npm leaves out of its lock. */
interface Declared {
  licenses?: { type?: string }[];
}

export interface ProductionPackage {
  name: string;
  version: string;
  /** An SPDX expression; undefined if its package.json names none. */
  license: string | undefined;
  /** Its folder, which a package for another platform does not have. */
  folder: string;
}

/** The packages of package-lock.json that `npm ci --omit=dev` may install, of all platforms. */
export function productionPackages(): ProductionPackage[] {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license: license ?? licenseList(join(checkout, path)),
      folder: join(checkout, path),
    }));
}

/** A list lets its reader choose. */
function licenseList(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { licenses } = JSON.parse(readFileSync(file, 'utf8')) as Declared;
  const types = licenses?.flatMap(({ type }) => type ?? []) ?? [];
  return types.length > 0 ? types.join(' OR ') : undefined;
}
