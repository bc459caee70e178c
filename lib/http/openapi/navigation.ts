import { API_PATH, BASE_PATH } from '../paths.ts';

/** The pages of the vendors' documentation, in the order in which one reads them. */
const PAGES = [
  ['docs', 'Calls'],
  ['docs/first-synchronization', 'First synchronization'],
  ['docs/best-practices', 'Best practices'],
  ['docs/errors', 'Errors and warnings'],
  ['rules', 'Rules'],
  ['docs/campus-hr', 'campus hr'],
] as const;
export type DocumentationPath = (typeof PAGES)[number][0];
/** All but Swagger UI are made from docs/. */
export type GuidePath = Exclude<DocumentationPath, 'docs'>;

/** The head of each page of the documentation: the way back, and the other pages. */
export const navigation = (current: DocumentationPath): string => `<header class="documentation">
<a href="${BASE_PATH}/business-office/credentials">← Back to Campus</a>
<nav aria-label="Documentation">
${PAGES.map(([path, name]) => `<a href="${API_PATH}/${path}"${path === current ? ' aria-current="page"' : ''}>${name}</a>`).join('\n')}
</nav>
</header>`;
