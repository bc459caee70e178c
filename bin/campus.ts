import { join } from 'node:path';
import { Command } from 'commander';
import { addBackupCommands } from './backup/commands.ts';
import { addDistrictCommands } from './district/commands.ts';
import { settleForServing, withSettings } from './environment.ts';
import { explain } from './explain.ts';
import { addFeedCommands } from './feed/commands.ts';
import { addHrCommands } from './hr/commands.ts';
import { addOperatorCommands } from './operator/commands.ts';
import { share, wholeNumber } from './option-values.ts';

const program = new Command('campus').description('Campus BOI on the command line').showHelpAfterError();

program
  .command('up')
  .description('start everything: embedded Postgres, web, worker (npm run up)')
  .option('--empty', 'without the sample district, now and at later starts')
  .action(async (options) => (await import('./up.ts')).up(options));

program
  .command('build')
  .description('build the pages into .next; needs the development packages')
  .action(async () => {
    const [{ buildPages }, { dataFolder, makeDataFolder }] = await Promise.all([
      import('./up/build.ts'),
      import('./data-folder.ts'),
    ]);
    makeDataFolder();
    await buildPages('.next', join(dataFolder, 'build.log'));
  });

program
  .command('migrate')
  .description('bring the database up to date, and create the role of web and worker')
  .action(() =>
    withSettings(async ({ ownerDatabaseUrl, appDatabaseUrl }) => {
      const { migrate } = await import('../db/migrate.ts');
      await migrate(ownerDatabaseUrl, appDatabaseUrl);
    }),
  );

program
  .command('distribute')
  .description(
    'spread the districts over the nodes of a Citus cluster; exit code 1 if something is missing for it',
  )
  .option('--check', 'only say what is missing')
  .option(
    '--shards <number>',
    'into how many parts the districts are divided, at the first time',
    wholeNumber,
    32,
  )
  .action(async (options) => (await import('./distribute.ts')).distributeAll(options));

program
  .command('web')
  .description('serve pages and API')
  .action(async () => {
    await settleForServing();
    await (await import('./web.ts')).startWeb();
  });

program
  .command('worker')
  .description('run validations and commits in the background')
  .action(async () => {
    await settleForServing();
    await (await import('./worker.ts')).runWorker();
  });

program
  .command('seed')
  .description("make a synthetic district, and HR's feed for it")
  .requiredOption('--staff <number>', "how many staff HR's feed has", wholeNumber)
  .option('--seed <number>', 'the same seed makes the same district', wholeNumber, 1)
  .option('--feed <file.ndjson>', 'file to write the feed to, one StaffMember per line')
  .option('--bad <share>', 'share of records with an unknown code, from 0 to 1', share)
  .option('--app-name <name>', 'appName of the district (default: synthetic-<staff>-<seed>)')
  .action(async (options) => (await import('./seed.ts')).seed(options));

program
  .command('addresses')
  .description('maintain the addresses of all districts')
  .command('rekey')
  .description(
    'compute the address keys again after an update that changed them; lists addresses that are now the same',
  )
  .action(async () => (await import('./addresses.ts')).rekeyAllAddresses());

const keys = program.command('keys').description('maintain the encryption keys');
keys
  .command('rotate')
  .description('seal everything again with CAMPUS_KEY and CAMPUS_INDEX_KEY; may be interrupted and repeated')
  .action(async () => (await import('./keys.ts')).rotateAllKeys());
keys
  .command('check')
  .description('count what each key sealed, and name missing keys; exit code 1 if something cannot be read')
  .action(async () => (await import('./keys.ts')).checkAllKeys());

program
  .command('doctor')
  .description(
    'check database, migrations, role, keys, clock, workers and jobs; exit code 1 if something is wrong',
  )
  .action(async () => (await import('./doctor.ts')).doctor());

addBackupCommands(program);
addDistrictCommands(program);
addFeedCommands(program);
addHrCommands(program);
addOperatorCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
