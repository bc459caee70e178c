import type { Command } from 'commander';

const APP_NAME = '--app-name <name>';
const OF_DISTRICT = "the district's appName, as in the Token URL";

const CODES = `Exit codes of run: 0 done, also if the file is unchanged · 1 no worker is running, or an unexpected error · 2 there is no such
district or feed · 4 the run failed · 5 the commit waits for approval.`;

/** `campus feed list` and `campus feed run`: a district's feeds, for cron. */
export function addFeedCommands(program: Command): void {
  const feed = program.command('feed').description("run a district's scheduled feeds, for cron");
  feed
    .command('list')
    .description('its feeds, one line of JSON each, with the last run')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .action(async (options) => (await import('./feed.ts')).list(options));
  feed
    .command('run <name>')
    .description('have the worker run a feed now, wait for it, and print the run as JSON')
    .requiredOption(APP_NAME, OF_DISTRICT)
    .addHelpText('after', `\n${CODES}`)
    .action(async (name, options) => (await import('./feed.ts')).run(name, options));
}
