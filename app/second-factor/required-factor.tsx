'use client';

import { useState } from 'react';
import { buttonStyle } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { NewCodes } from '../(campus)/account/new-codes.tsx';
import { SetUpFactor } from '../(campus)/account/set-up-factor.tsx';
import { SECOND_FACTOR_TEXTS } from './texts.ts';

/** Sets up the second factor that the district requires, shows the recovery codes, then goes on. */
export function RequiredFactor({ next }: { next: string }) {
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <Card className="flex flex-col gap-4 p-5" aria-label="Second factor">
      {codes.length > 0 ? (
        <>
          <h2 className="font-medium">Recovery codes</h2>
          <NewCodes codes={codes} />
          <a href={next} className={buttonStyle('primary')}>
            Continue
          </a>
        </>
      ) : (
        <SetUpFactor
          primary
          about={SECOND_FACTOR_TEXTS.app()}
          onDone={({ recoveryCodes = [] }) => setCodes(recoveryCodes)}
        />
      )}
    </Card>
  );
}
