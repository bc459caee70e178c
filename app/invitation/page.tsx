import type { Metadata } from 'next';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { INVITATION_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Choose your password' };

/** Where the link of an admin leads. The page alone uses nothing up: only sending the form does. */
export default function InvitationPage() {
  return (
    <PlainPage title="Choose your password" lead={INVITATION_TEXTS.lead()}>
      <InvitationForm />
    </PlainPage>
  );
}
