import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { STAFF_RIGHTS } from '../../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { menuPlace } from '../../menu-place.ts';
import { Combine } from './combine.tsx';
import { COMBINE_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Combine Person' };

export default async function CombinePage() {
  const session = await requireRight('Combine Person');
  return (
    <>
      <PageHeader
        title="Combine Person"
        lead={COMBINE_TEXTS.lead()}
        {...(await menuPlace(contextOf(session), '/people/combine'))}
      />
      <Combine opensStaff={STAFF_RIGHTS.some((right) => session.rights.includes(right))} />
    </>
  );
}
