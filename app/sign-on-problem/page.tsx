import type { Metadata } from 'next';
import Link from 'next/link';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { buttonStyle } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { isProblem, PROBLEMS } from '../../lib/single-sign-on/problems.ts';

export const metadata: Metadata = { title: 'Single sign-on' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';

/** Why a single sign-on led to nothing, and what to do. */
export default async function SignOnProblemPage({ searchParams }: Props) {
  const asked = await searchParams;
  const problem = one(asked.problem);
  const appName = one(asked.appName);
  return (
    <PlainPage title="Single sign-on did not work" lead="Business Office Integration">
      <Card className="flex flex-col gap-5 p-5">
        <Callout tone="bad" role="alert">
          {PROBLEMS[isProblem(problem) ? problem : 'refused']}
        </Callout>
        <Link
          href={`/signin${appName ? `?${new URLSearchParams({ appName })}` : ''}`}
          className={buttonStyle('primary')}
        >
          Go to the sign-in page
        </Link>
      </Card>
    </PlainPage>
  );
}
