import { readFileSync } from 'node:fs';

/** Megabytes (10^6 bytes) of a running process, as Linux counts them. */
export interface Memory {
  /** The most it ever had in RAM (VmHWM): nothing between two looks is missed. */
  peak: number;
  now: number;
}

export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Math.round((Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6);
  return { peak: megabytes('VmHWM'), now: megabytes('VmRSS') };
}
