/** The part of the npm package parse-address that the reference adapter calls; it brings no types. */
declare module 'parse-address' {
  const parser: { parseLocation(address: string): Record<string, string> | null };
  export default parser;
}
