import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';

export const NotFoundMessage = () => (
  <MessagePage
    icon={SearchX}
    title="There is no such page"
    action={
      <Link href="/" className={buttonStyle()}>
        Go to Home
      </Link>
    }
  >
    The address may be mistyped, or what it led to is gone. Ctrl K finds every page by name.
  </MessagePage>
);
