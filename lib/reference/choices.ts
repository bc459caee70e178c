import { z } from 'zod';
import type { Context } from '../context.ts';

const choice = z.object({ code: z.string(), description: z.string(), active: z.boolean() });

/** What a form offers for a person: the district's values, all of them. */
export const choicesSchema = z.object({
  genders: z.array(choice),
  schools: z.array(choice),
  assignmentCodes: z.array(choice),
  titles: z.array(choice),
});
export type Choices = z.infer<typeof choicesSchema>;
export type Choice = z.infer<typeof choice>;

/** REF-1, for the forms of Campus. */
export const listChoices = (ctx: Context): Promise<Choices> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const list = (table: string, code: string, description: string) =>
      tx.rows<Choice>(
        `select ${code} as code, ${description} as description, active from ${table}
          where district_id = $1 order by active desc, 2, 1`,
        [tx.districtId],
      );
    const [genders, schools, assignmentCodes, titles] = await Promise.all([
      list('gender', 'code', 'description'),
      list('school', 'school_number', 'name'),
      list('assignment_code', 'code', 'description'),
      list('title', 'code', 'description'),
    ]);
    return { genders, schools, assignmentCodes, titles };
  });
