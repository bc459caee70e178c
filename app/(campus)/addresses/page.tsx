import type { Metadata } from 'next';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { STAFF_RIGHTS } from '../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../lib/auth/session.ts';
import { menuPlace } from '../menu-place.ts';
import { Addresses } from './addresses.tsx';
import { TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Addresses' };

export default async function AddressesPage() {
  const session = await requireRight('Addresses');
  return (
    <>
      <PageHeader
        title="Addresses"
        lead={TEXTS.lead()}
        {...(await menuPlace(contextOf(session), '/addresses'))}
      />
      <Addresses opensStaff={STAFF_RIGHTS.some((right) => session.rights.includes(right))} />
    </>
  );
}
