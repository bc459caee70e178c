import { sql } from 'drizzle-orm';
import { defineQuery, type Params, type Runs } from '../db/query.ts';

/** A form of rows that the release before this one can't read; its migration adds it to `app.new_form`. */
type NewForm = 'known records by pointer';

const written = defineQuery('whether a new form is written', (orm, p: Params<{ form: NewForm }>) =>
  orm
    .select({ now: sql<boolean>`written_from <= now()` })
    .from(sql`app.new_form`)
    .where(sql`form = ${p.form}`),
);

/**
 * Whether rows are written in this form yet. For a day after an update they are not: web and worker of the release before may
 * still run (docs/operators/updating.md).
 */
export const isFormWritten = async (runs: Runs, form: NewForm): Promise<boolean> =>
  (await written.first(runs, { form }))?.now ?? false;
