import type { Crumb } from '../../components/shell/page-header.tsx';
import { PAGES } from '../../components/shell/pages.ts';
import type { Context } from '../../lib/context.ts';
import { listFavourites } from '../../lib/favourites/list.ts';

/** A page's place in the menu, and whether it is a favourite. */
export async function menuPlace(
  ctx: Context,
  path: string,
): Promise<{ trail: Crumb[]; favourite: { path: string; kept: boolean } }> {
  const kept = (await listFavourites(ctx)).includes(path);
  return { trail: trailOf(path), favourite: { path, kept } };
}

/** A menu page's breadcrumb; `under` are the pages between it and this one. */
export const trailOf = (path: string, ...under: string[]): Crumb[] => {
  const page = PAGES.find((candidate) => candidate.path === path);
  if (!page) return [];
  return [
    ...page.trail.map((name) => ({ name })),
    under.length > 0 ? { name: page.name, path } : { name: page.name },
    ...under.map((name) => ({ name })),
  ];
};
