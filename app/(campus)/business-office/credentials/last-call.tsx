import { DateTime } from '../../../../components/dates.tsx';
import type { Client } from '../../../../lib/credentials/schema.ts';

/** When the HR system called last, and from which network address. */
export const LastCall = ({ client: { lastUsedAt, lastUsedFrom } }: { client: Client }) =>
  lastUsedAt ? (
    <span>
      Last call{lastUsedFrom && lastUsedFrom !== 'unknown' && ` from ${lastUsedFrom}`} at{' '}
      <DateTime at={lastUsedAt} time />
    </span>
  ) : (
    <span>No call yet</span>
  );
