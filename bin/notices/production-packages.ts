import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
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
      license,
      folder: join(checkout, path),
    }));
}
