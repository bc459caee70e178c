/*
 * Next runs it before anything of a page. The pages' policy forbids `eval`, which zod tries for faster checks; the browser would report
 * the attempt as a violation on each page with a form. Zod reads this object wherever it is loaded, so no page loads zod for it.
 */
const held = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
held.__zod_globalConfig ??= {};
held.__zod_globalConfig.jitless = true;
