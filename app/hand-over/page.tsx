import type { Metadata } from 'next';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { Toasts } from '../../components/ui/toasts.tsx';
import { OpenLink } from './open-link.tsx';
import { HAND_OVER_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'API credentials' };

/** Where a hand-over link leads. The page alone opens nothing: only its button does. */
export default function HandOverPage() {
  return (
    <PlainPage title="API credentials" lead={HAND_OVER_TEXTS.lead()}>
      <OpenLink />
      <Toasts />
    </PlainPage>
  );
}
