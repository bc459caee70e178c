import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';

export const NotFoundMessage = () => (
  <MessagePage
    icon={SearchX}
    title="Page not found"
    action={
      <Link href="/" className={buttonStyle()}>
        Go to Home
      </Link>
    }
  >
    The address may be mistyped, or the page may have been removed. Press Ctrl K to find a page by name.
  </MessagePage>
);
