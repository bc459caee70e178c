import type { Metadata } from 'next';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { Card } from '../../components/ui/card.tsx';

export const metadata: Metadata = { title: 'You signed in again' };

/** Where somebody comes back to who signed in again in a new tab. */
export default function SignOnDonePage() {
  return (
    <PlainPage title="You signed in again" lead="Business Office Integration">
      <Card className="p-5 text-center">
        <p>
          Close this tab, and choose <b>Continue</b> in the one that you came from.
        </p>
      </Card>
    </PlainPage>
  );
}
