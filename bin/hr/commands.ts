import { resolve } from 'node:path';
import { stdout } from 'node:process';
import { type Command, Option } from 'commander';
import { OUTCOMES } from '../../lib/sync/schema.ts';
import { type CampusClient, campusClient, dataOf } from './client.ts';
import { CommandFailed, EXIT } from './exit.ts';
import { firstMapping } from './mapping.ts';
import { print, table } from './output.ts';
import { push } from './push.ts';
import { keepLogin, readSecret, type SettingOptions, settingsFrom } from './settings.ts';
import { commit, results, status, validate } from './sync.ts';
import { requestToken, tokens } from './token.ts';

const ABOUT = `Secrets come from CAMPUS_CLIENT_SECRET or a file (CAMPUS_CLIENT_SECRET_FILE, --secret-file), never from an argument.
In a pipe every answer is JSON. Exit codes: 0 done · 1 server away or unexpected error · 2 usage · 3 credentials refused · 4 refused · 5 some staff failed.`;

const ONLY_RUN = 'only if this run is still the live one; push prints it';

/** npm runs commands in the project's folder; the file is named from the caller's. */
const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? '', file);

/** `campus hr …`: an HR vendor on the command line, for any server. */
export function addHrCommands(program: Command): void {
  const hr = program
    .command('hr')
    .description('act as an HR vendor: send a feed to any Campus')
    .option('--url <url>', 'the Base URL, such as https://campus.example.org/campus (CAMPUS_URL)')
    .option('--app <name>', "the district's appName (CAMPUS_APP_NAME)")
    .option('--client-id <id>', 'the Client ID (CAMPUS_CLIENT_ID)')
    .option('--secret-file <file>', 'a file with the Client Secret')
    .addHelpText('after', `\n${ABOUT}`);

  const campus = (): CampusClient => {
    const options = hr.opts<SettingOptions>();
    const settings = settingsFrom(options);
    return campusClient(settings.url, tokens(settings, options));
  };

  hr.command('login')
    .description('get a token and save it (not the secret) for the next commands')
    .action(() => ended(() => login(hr.opts<SettingOptions>())));
  hr.command('schools')
    .description("list the district's schools")
    .action(() => ended(() => schools(campus())));
  hr.command('push <file>')
    .description('start, transfer a .json, .ndjson, .csv or .xlsx file, end')
    .option('--restart', 'discard what a live run has staged')
    .option('--set-aside', 'set aside staff that have errors, and transfer the others')
    .option(
      '--map <file.json>',
      'what the columns of a .csv or .xlsx file are; campus hr columns writes a first one',
    )
    .addOption(
      new Option(
        '--mapping <name>',
        'the same by a mapping that the district has saved; Campus reads the file',
      ).conflicts('map'),
    )
    .action((file: string, { map, ...options }) =>
      ended(() => push(campus(), pathOf(file), { ...options, ...(map && { map: pathOf(map) }) })),
    );
  hr.command('columns <file>')
    .description('say what the columns of a .csv or .xlsx file most likely are, as JSON for push --map')
    .action((file: string) =>
      ended(async () => {
        stdout.write(`${JSON.stringify(await firstMapping(pathOf(file)), null, 2)}\n`);
      }),
    );
  hr.command('validate')
    .description('compare what was transferred with Campus')
    .option('--run-id <id>', ONLY_RUN)
    .action((options) => ended(() => validate(campus(), options)));
  hr.command('commit')
    .description('submit the commit as a job')
    .option('--run-id <id>', ONLY_RUN)
    .option('--wait', 'wait until it has ended')
    .action((options) => ended(() => commit(campus(), options)));
  hr.command('status')
    .description('show the latest synchronization and its commit job')
    .action(() => ended(() => status(campus())));
  hr.command('results')
    .description('show what the latest commit did, one staff member per line')
    .addOption(new Option('--outcome <outcome>', 'only results with this outcome').choices(OUTCOMES))
    .action((options) => ended(() => results(campus(), options)));
}

async function login(options: SettingOptions): Promise<void> {
  const settings = settingsFrom(options);
  const secret = readSecret(options);
  if (!secret)
    throw new CommandFailed(
      EXIT.usage,
      'There is no Client Secret. Set CAMPUS_CLIENT_SECRET, or name a file with --secret-file.',
    );
  const { expiresAt, ...login } = await requestToken(settings, secret);
  const file = keepLogin({ ...login, expiresAt });
  print({ expiresAt, file }, () => [`The token is valid until ${expiresAt}. It is saved in ${file}.`]);
}

async function schools(campus: CampusClient): Promise<void> {
  const { data } = dataOf(await campus.GET('/schools', { params: { query: { limit: 1000 } } }));
  print(data, () =>
    table([
      ['number', 'name', 'type', ''],
      ...data.map((one) => [one.schoolNumber, one.name, one.type, one.active ? '' : 'inactive']),
    ]),
  );
}

/** Sets the exit code of the failure and, in a pipe, prints its facts as JSON. */
async function ended(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    if (error.facts !== undefined && !stdout.isTTY) console.log(JSON.stringify(error.facts));
    process.exitCode = error.exitCode;
  }
}
