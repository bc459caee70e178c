/** *Last, First*, as Campus writes people. A name that has a comma or is one word stays unchanged. */
export function lastFirst(name: string): string {
  const trimmed = name.trim();
  const cut = trimmed.lastIndexOf(' ');
  return trimmed.includes(',') || cut < 0 ? trimmed : `${trimmed.slice(cut + 1)}, ${trimmed.slice(0, cut)}`;
}
