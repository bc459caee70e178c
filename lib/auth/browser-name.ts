import bowser from 'bowser';

const MAX_AGENT_CHARS = 500;

/**
 * The browser and its system in words, such as `Firefox on Windows`, from a `User-Agent` header; null for one that names no
 * browser we know. Only names of a fixed list are returned, never the sender's own text.
 */
export function browserName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = bowser.parse(userAgent.slice(0, MAX_AGENT_CHARS));
  if (!browser.name || !isKnown(browser.name)) return null;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}

const NAMES: ReadonlySet<string> = new Set(Object.values(bowser.BROWSER_MAP));
const isKnown = (name: string): boolean => NAMES.has(name);
