import type { Metadata } from 'next';
import { PageHeader } from '../../components/shell/page-header.tsx';
import { requireSession } from '../../lib/auth/session.ts';

export const metadata: Metadata = { title: 'Home' };

export default async function Home() {
  const { district } = await requireSession();
  return <PageHeader trail={[]} title="Home" lead={district.name} />;
}
