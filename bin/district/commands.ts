import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { CODE_KINDS } from '../../lib/setup/codes/kinds.ts';
import { wholeNumber } from '../option-values.ts';

const APP_NAME = '--app-name <name>';
const OF_DISTRICT = "the district's appName, as in the Token URL";

/** Relative to where the command was called: npm and bin/start.mjs run it in the checkout. */
const path = (given: string): string => resolve(process.env.INIT_CWD ?? '', given);

/** `campus district …`, `campus admin reset`, `campus codes import` and `campus people import`: what an operator does for a district. */
export function addDistrictCommands(program: Command): void {
  const district = program.command('district').description('make, list, export and close districts');
  district
    .command('create')
    .description('make an empty district; prints the link of its first admin, once')
    .requiredOption(APP_NAME, 'its name in the Token URL and at the sign-in, such as grand-bend')
    .requiredOption('--name <name>', 'its name on pages, such as "Grand Bend ISD"')
    .requiredOption('--time-zone <zone>', 'of the IANA list, such as America/Chicago')
    .option('--admin-username <name>', 'of the first admin', 'admin')
    .option('--admin-name <name>', 'of the first admin, as pages show it', 'First admin')
    .action(async (options) => (await import('./create.ts')).create(options));
  district
    .command('list')
    .description('all districts, one line of JSON each')
    .action(async () => (await import('./list.ts')).list());
  district
    .command('keep')
    .description('show, or choose, for how many days a district keeps its old data')
    .argument('[days...]', 'such as errors=200 or audit=default; without any, only shows')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .action(async (days, options) => (await import('./keep.ts')).keep(days, options));
  district
    .command('export')
    .description('write everything of a district into files; what is encrypted stays so')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .requiredOption('--to <folder>', 'a new folder', path)
    .action(async (options) => (await import('./export.ts')).exportAll(options));
  district
    .command('close')
    .description('export a district, then erase everything of it; cannot be undone')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .requiredOption('--to <folder>', 'a new folder for the export', path)
    .requiredOption('--confirm <name>', 'the appName once more')
    .action(async (options) => (await import('./close.ts')).close(options));

  program
    .command('admin')
    .description('help an admin whom no other admin can help')
    .command('reset')
    .description('end their sessions, remove the second factor, and print a link for a new password, once')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .requiredOption('--username <name>', 'who it is')
    .action(async (options) => (await import('./reset-admin.ts')).reset(options));

  program
    .command('codes')
    .description('maintain the codes of a district')
    .command('import')
    .description('create and change schools or codes from a file (.csv, .xlsx)')
    .addArgument(new Argument('<list>', 'which codes').choices(CODE_KINDS))
    .argument(
      '<file>',
      'with a header: code and description, or school number and name; also type, active',
      path,
    )
    .requiredOption(APP_NAME, OF_DISTRICT)
    .action(async (list, file, options) => (await import('./import.ts')).codes(list, file, options));

  program
    .command('people')
    .description('people who were in Campus before HR')
    .command('import')
    .description('import them from a file (.csv, .xlsx), so that the first synchronization finds them')
    .argument('<file>', 'the columns of a staff file; the staff number may be blank', path)
    .requiredOption(APP_NAME, OF_DISTRICT)
    .option('--check', 'only look for errors')
    .option('--from-line <number>', 'continue an interrupted import', wholeNumber)
    .action(async (file, options) => (await import('./import.ts')).people(file, options));
}
