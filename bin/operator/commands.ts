import type { Command } from 'commander';

/** `campus operator …`: who may use the operator's page. */
export function addOperatorCommands(program: Command): void {
  const operator = program.command('operator').description('open the operator’s page, or end its sessions');
  operator
    .command('link')
    .description('print a link that opens the operator’s page in a browser, once, within 15 minutes')
    .option('--by <name>', 'who will use it, for the list of what was done (default: your account here)')
    .action(async (options) => (await import('./link.ts')).link(options));
  operator
    .command('end')
    .description('end every session of the operator’s page, and withdraw every link')
    .action(async () => (await import('./end.ts')).end());
}
