export function nodeOptions(command: string | undefined): string[];
export const compileCache: { NODE_COMPILE_CACHE: string };
