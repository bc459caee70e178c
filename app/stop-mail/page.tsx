import type { Metadata } from 'next';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { STOP_MAIL_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Stop these e-mails' };

/** Where the link of an e-mail leads. Opening it changes nothing: only the button does. */
export default async function StopMailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[]; done?: string | string[] }>;
}) {
  const { token, done } = await searchParams;
  if (done)
    return (
      <PlainPage title="These e-mails are off" lead={STOP_MAIL_TEXTS.done()}>
        <Card className="p-5">{STOP_MAIL_TEXTS.again()}</Card>
      </PlainPage>
    );
  return (
    <PlainPage title="Stop these e-mails" lead={STOP_MAIL_TEXTS.question()}>
      <Card className="p-5">
        <form
          method="post"
          action={`/campus/api/mail/off?token=${encodeURIComponent(typeof token === 'string' ? token : '')}`}
        >
          <Button type="submit" kind="primary" className="w-full">
            Stop these e-mails
          </Button>
        </form>
      </Card>
    </PlainPage>
  );
}
