import { LockKeyhole } from 'lucide-react';
import { headers } from 'next/headers';
import Link from 'next/link';
import { MessagePage } from '../../components/shell/message-page.tsx';
import { rightsOf } from '../../components/shell/pages.ts';
import { buttonStyle } from '../../components/ui/button.tsx';
import { rightGivers } from '../../lib/access/right-givers.ts';
import { missingRight } from '../../lib/access/rights.ts';
import { requireSession } from '../../lib/auth/session.ts';
import { database } from '../../lib/database.ts';
import { PAGE_ERROR_TEXTS } from '../texts.ts';

export default async function NoRight() {
  const { district } = await requireSession();
  const path = (await headers()).get('x-path') ?? '/';
  const names = await database().inDistrict(district.id, rightGivers);
  const rights = rightsOf(path);
  return (
    <MessagePage
      icon={LockKeyhole}
      title="You can’t open this page"
      action={
        <Link href="/" className={buttonStyle()}>
          Go to Home
        </Link>
      }
    >
      {rights.length > 0 ? missingRight(rights, names) : PAGE_ERROR_TEXTS.notIncluded()}
    </MessagePage>
  );
}
