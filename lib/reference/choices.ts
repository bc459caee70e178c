import { desc } from 'drizzle-orm';
import { z } from 'zod';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { assignmentCode, gender, school, title } from '../../db/schema/district.ts';
import type { Context } from '../context.ts';

const choice = z.object({ code: z.string(), description: z.string(), active: z.boolean() });

/** All of the district's values that a form offers for a person. */
export const choicesSchema = z.object({
  genders: z.array(choice),
  schools: z.array(choice),
  assignmentCodes: z.array(choice),
  titles: z.array(choice),
});
export type Choices = z.infer<typeof choicesSchema>;
export type Choice = z.infer<typeof choice>;

const codesOf = (name: string, table: typeof gender | typeof assignmentCode | typeof title) =>
  defineQuery(name, (orm) =>
    orm
      .select({ code: table.code, description: table.description, active: table.active })
      .from(table)
      .where(inDistrict(table))
      .orderBy(desc(table.active), table.description, table.code),
  );
const genders = codesOf('genders to choose from', gender);
const assignmentCodes = codesOf('assignment codes to choose from', assignmentCode);
const titles = codesOf('titles to choose from', title);
const schools = defineQuery('schools to choose from', (orm) =>
  orm
    .select({ code: school.schoolNumber, description: school.name, active: school.active })
    .from(school)
    .where(inDistrict(school))
    .orderBy(desc(school.active), school.name, school.schoolNumber),
);

/** REF-1, for the forms of Campus. Active values come first. */
export const listChoices = (ctx: Context): Promise<Choices> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const lists = await Promise.all([genders(tx), schools(tx), assignmentCodes(tx), titles(tx)]);
    return { genders: lists[0], schools: lists[1], assignmentCodes: lists[2], titles: lists[3] };
  });
