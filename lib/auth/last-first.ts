/** *Last, First*, as Campus writes people; a name that already has its comma, or is one word, stays. */
export function lastFirst(name: string): string {
  const trimmed = name.trim();
  const cut = trimmed.lastIndexOf(' ');
  return trimmed.includes(',') || cut < 0 ? trimmed : `${trimmed.slice(cut + 1)}, ${trimmed.slice(0, cut)}`;
}
