import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  basePath: string;
  staticRoutes: Route[];
  dynamicRoutes: Route[];
}
interface Route {
  page: string;
  regex: string;
}

/**
 * The templates of the build's pages, such as `/campus/staff/[personId]`: Next says only inside a page which one it took.
 * The manifest lists them in the order in which Next tries them.
 */
export function pageRoutes(buildFolder: string): (path: string) => string | undefined {
  const text = readFileSync(join(buildFolder, 'routes-manifest.json'), 'utf8');
  const { basePath, staticRoutes, dynamicRoutes }: Manifest = JSON.parse(text);
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    template: basePath + (page === '/' ? '' : page),
    pattern: new RegExp(regex),
  }));
  return (path) => {
    if (!path.startsWith(basePath)) return undefined;
    const below = path.slice(basePath.length) || '/';
    return routes.find(({ pattern }) => pattern.test(below))?.template;
  };
}
