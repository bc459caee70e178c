import { readableCode } from './readable-code.ts';

/** A password that nobody can guess (99 bits), such as `k7xm2-p9qwe-a3zrt-v8bny`. */
export const suggestPassword = (): string => readableCode(4, 5);
