import { Badge, type Tone } from '../../../../components/ui/badge.tsx';
import type { Client } from '../../../../lib/credentials/schema.ts';

const STATES: Record<Client['state'], [name: string, tone: Tone]> = {
  active: ['Active', 'good'],
  expired: ['Expired', 'warn'],
  disabled: ['Disabled', 'neutral'],
};

export const ClientState = ({ state }: { state: Client['state'] }) => {
  const [name, tone] = STATES[state];
  return <Badge tone={tone}>{name}</Badge>;
};
