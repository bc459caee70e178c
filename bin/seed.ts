import { migrate } from '../db/migrate.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { withSettings } from './environment.ts';

export interface SeedOptions {
  staff: number;
  seed: number;
  feed?: string;
  bad?: number;
  appName?: string;
}

/** Makes a synthetic district in the database of the settings, and prints as JSON what is in it and how to sign in. */
export function seed(options: SeedOptions): Promise<void> {
  return withSettings(async (settings) => {
    await migrate(settings.ownerDatabaseUrl, settings.appDatabaseUrl);
    const made = await seedSynthetic(settings.ownerDatabaseUrl, cryptoKeys(settings), options);
    console.log(JSON.stringify(made, null, 2));
  });
}
