import { and, eq, exists, gte, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import { orm } from '../../../db/orm.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { appUser } from '../../../db/schema/access.ts';
import { apiClient, apiClientSecret } from '../../../db/schema/client.ts';
import { auditEvent, notification, notificationRecipient } from '../../../db/schema/records.ts';
import { mayBeNotified } from '../../notify/may-be-notified.ts';
import type { Step } from './schema.ts';

const isTrue = (condition: SQL) => condition.mapWith(Boolean);

const withSecondFactor = orm
  .select(ONE)
  .from(appUser)
  .where(and(inDistrict(appUser), eq(appUser.id, sql.placeholder('userId')), isNotNull(appUser.totpSince)));

const clientThatCalled = orm
  .select(ONE)
  .from(apiClient)
  .where(and(inDistrict(apiClient), isNotNull(apiClient.lastUsedAt)));

const reveal = orm
  .select(ONE)
  .from(auditEvent)
  .where(
    and(
      inDistrict(auditEvent),
      inArray(auditEvent.action, ['client.reveal-secret', 'client.hand-over-opened']),
      eq(auditEvent.target, apiClient.clientId),
      gte(auditEvent.occurredAt, apiClientSecret.createdAt),
    ),
  );
/** The current secret of an enabled client that was shown to somebody since it was made, or used. */
const secretInUse = orm
  .select(ONE)
  .from(apiClient)
  .innerJoin(
    apiClientSecret,
    and(
      inDistrict(apiClientSecret),
      eq(apiClientSecret.clientId, apiClient.id),
      isNull(apiClientSecret.revokedAt),
      isNull(apiClientSecret.expiresAt),
    ),
  )
  .where(
    and(
      inDistrict(apiClient),
      isNull(apiClient.disabledAt),
      or(isNotNull(apiClientSecret.lastUsedAt), exists(reveal)),
    ),
  );

const recipient = orm
  .select(ONE)
  .from(notification)
  .innerJoin(
    notificationRecipient,
    and(inDistrict(notificationRecipient), eq(notificationRecipient.notificationId, notification.id)),
  )
  .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, notificationRecipient.userId)))
  .where(and(inDistrict(notification), eq(notification.type, 'HR Sync Commit'), mayBeNotified));

const guardsSaved = orm
  .select(ONE)
  .from(auditEvent)
  .where(and(inDistrict(auditEvent), eq(auditEvent.action, 'sync.guards')));

const factsOfDistrict = defineQuery('what a district has set up', (orm, _p: Params<{ userId: string }>) =>
  orm
    .select({
      secondFactor: isTrue(exists(withSecondFactor)),
      credentials: isTrue(exists(secretInUse)),
      firstCall: isTrue(exists(clientThatCalled)),
      notifications: isTrue(exists(recipient)),
      guards: isTrue(exists(guardsSaved)),
    })
    .from(sql`(values (1)) as one`),
);

/** Which steps are done for a user, as the database has it now. */
export async function factsOf(
  tx: Transaction,
  userId: string,
): Promise<Record<Exclude<Step, 'staffNumbers'>, boolean>> {
  const facts = await factsOfDistrict.first(tx, { userId });
  if (!facts) throw new Error('A query without tables answered no row.');
  return facts;
}
