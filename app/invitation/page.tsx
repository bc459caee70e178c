import type { Metadata } from 'next';
import { BrandMark } from '../../components/shell/brand.tsx';
import { ThemeButton } from '../../components/shell/theme-button.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { INVITATION_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Choose your password' };

/** Where the link of an admin leads. The page alone uses nothing up: only sending the form does. */
export default function InvitationPage() {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end p-3">
        <ThemeButton />
      </div>
      <main className="mx-auto w-full max-w-md grow px-4 pt-[max(1rem,10vh)] pb-12">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <BrandMark className="size-11" />
          <h1 className="font-semibold text-xl tracking-tight">Choose your password</h1>
          <p className="text-balance text-muted">{INVITATION_TEXTS.lead()}</p>
        </div>
        <InvitationForm />
      </main>
    </div>
  );
}
