import { resolve } from 'node:path';
import type { Command } from 'commander';

/** Relative to where the command was called: npm and bin/start.mjs run it in the checkout. */
const path = (given: string): string => resolve(process.env.INIT_CWD ?? '', given);

/** `campus backup`, `restore`, `pause` and `resume`. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('write everything of all districts into a file, while Campus is in use')
    .argument('<file>', 'a new file, or a folder, where it is named by the time', path)
    .action(async (to) => (await import('./back-up.ts')).backUp(to));
  program
    .command('restore')
    .description('restore a backup into an empty database; workers wait for `campus resume`')
    .argument('<file>', 'what `campus backup` wrote', path)
    .action(async (file) => (await import('./restore.ts')).restore(file));
  program
    .command('pause')
    .description('keep workers from taking jobs; stop those that run before')
    .action(async () => (await import('./pause.ts')).pauseWorkers());
  program
    .command('resume')
    .description('let workers take jobs again after a restore or a pause')
    .action(async () => (await import('./pause.ts')).resumeWorkers());
}
