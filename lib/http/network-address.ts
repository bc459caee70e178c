import { isIP, isIPv4 } from 'node:net';

/**
 * The address that a request came from, among those that passed it on.
 *
 * @param forwardedFor `X-Forwarded-For`: the sender may have invented all but what our own proxies appended
 * @param peer the other end of the connection
 * @param trustedProxies how many proxies of ours are in front; each appends the address it was called from
 */
export function callerAddress(
  forwardedFor: string | undefined,
  peer: string | undefined,
  trustedProxies: number,
): string {
  const hops = [...(forwardedFor?.split(',') ?? []), peer ?? ''].map((hop) => hop.trim()).filter(Boolean);
  return plain(hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown');
}

/** An IPv4 address in the form of IPv6 is the same address: `::ffff:192.0.2.1`. */
function plain(address: string): string {
  const inside = address.replace(/^::ffff:/i, '');
  return isIPv4(inside) ? inside : address;
}

/**
 * The caller's address, which the front put into `X-Forwarded-For` in place of what was sent (`callerAddress`). It is
 * stored as it is, so it is an address or `unknown`.
 */
export function networkAddress(headers: { get(name: string): string | null }): string {
  const address = headers.get('x-forwarded-for')?.trim() ?? '';
  return isIP(address) ? address : 'unknown';
}
