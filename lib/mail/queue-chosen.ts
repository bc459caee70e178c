import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf, ONE } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { mailChoice } from '../../db/schema/mail.ts';
import type { Context } from '../context.ts';
import { type ChosenMailType, MAIL_RIGHTS } from './chosen-types.ts';
import { type NewMail, queueMail } from './queue-mail.ts';

/** Ordered by id, so that two who queue at once don't deadlock. */
const choosersOf = defineQuery('who chose e-mails of a type', (orm, p: Params<{ type: ChosenMailType }>) => {
  const rights = orm
    .select(ONE)
    .from(toolRight)
    .where(
      and(inDistrict(toolRight), eq(toolRight.userId, appUser.id), isOneOf(toolRight.right, MAIL_RIGHTS)),
    );
  return orm
    .select({ id: appUser.id })
    .from(mailChoice)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, mailChoice.userId)))
    .where(
      and(
        inDistrict(mailChoice),
        eq(mailChoice.type, p.type),
        isNull(appUser.disabledAt),
        isNotNull(appUser.email),
        exists(rights),
      ),
    )
    .orderBy(appUser.id);
});

/** Queues an e-mail to every user who chose its type, in the transaction of what it reports. */
export async function queueChosenMail(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  tx: Transaction,
  mail: NewMail & { type: ChosenMailType },
): Promise<void> {
  const choosers = await choosersOf(tx, { type: mail.type });
  await queueMail(
    ctx,
    tx,
    choosers.map(({ id }) => id),
    mail,
  );
}
