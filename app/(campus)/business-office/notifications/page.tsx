import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { rightGivers } from '../../../../lib/access/right-givers.ts';
import { missingRight } from '../../../../lib/access/rights.ts';
import { alertSettings } from '../../../../lib/alerts/settings.ts';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listNotifications } from '../../../../lib/notify/list-notifications.ts';
import { RECIPIENT_RIGHTS } from '../../../../lib/notify/types.ts';
import { OwnMail } from '../../account/own-mail.tsx';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { LimitsCard } from './limits-card.tsx';
import { Notifications } from './notifications.tsx';
import { limitsQuery, notificationsQuery } from './queries.ts';
import { NOTIFICATION_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Business Office Notifications' };

export default async function NotificationsPage() {
  const session = await requireRight('Notifications');
  const ctx = contextOf(session);
  const mayAdd = RECIPIENT_RIGHTS.some((right) => session.rights.includes(right));
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...notificationsQuery, queryFn: () => listNotifications(ctx) }),
    client.prefetchQuery({ ...limitsQuery, queryFn: () => alertSettings(ctx) }),
  ]);
  return (
    <>
      <PageHeader
        title="Business Office Notifications"
        lead={NOTIFICATION_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/notifications'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <Notifications
          missing={
            mayAdd
              ? undefined
              : missingRight(RECIPIENT_RIGHTS, await ctx.db.inDistrict(ctx.district.id, rightGivers))
          }
        />
        <LimitsCard />
        <OwnMail />
      </HydrationBoundary>
    </>
  );
}
