import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import { toast } from '../../../../../../components/ui/toast.ts';
import type { PeoplePage } from '../../../../../../lib/report/people/read-people.ts';
import type { PersonCard } from '../../../../../../lib/report/people/schema.ts';
import { peopleKey, peopleOverviewQuery } from './queries.ts';
import { PEOPLE_TEXTS } from './texts.ts';

/** So many people the calls take at once. */
const MAX_PER_CALL = 1_000;

async function inCalls(staffNumbers: string[], call: (some: string[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < staffNumbers.length; from += MAX_PER_CALL)
    await call(staffNumbers.slice(from, from + MAX_PER_CALL));
}

interface Exclude {
  staffNumbers: string[];
  reason: string;
}

/**
 * What an admin decides from the cards. A card shows it at once, in whatever list it is in; the list itself stays as it is,
 * so that no card disappears from under the pointer.
 */
export function usePeopleActions(runId: string, generatedAt: string) {
  const client = useQueryClient();
  const change = (changed: (card: PersonCard) => PersonCard[]) =>
    client.setQueriesData<InfiniteData<PeoplePage>>(
      { queryKey: peopleKey(runId, generatedAt) },
      (lists) =>
        lists && {
          ...lists,
          pages: lists.pages.map((page) => ({ ...page, data: page.data.flatMap(changed) })),
        },
    );
  const show = (numbers: readonly string[], changed: Partial<PersonCard>) =>
    change((card) => [numbers.includes(card.staffNumber) ? { ...card, ...changed } : card]);
  /** A person for whom nothing is left to commit has no card. */
  const replace = (number: string, validated: PersonCard | undefined) =>
    change((card) => (card.staffNumber !== number ? [card] : validated ? [validated] : []));
  const refetch = (...keys: readonly (readonly string[])[]) =>
    Promise.all(
      [peopleOverviewQuery(runId, generatedAt).queryKey, ...keys].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const onError = ({ message }: Error) => void toast('error', message);
  const review = useMutation({
    mutationFn: ({ staffNumbers, reviewed }: { staffNumbers: string[]; reviewed: boolean }) =>
      inCalls(staffNumbers, (some) =>
        adminCall('POST /validation/{runId}/people/reviewed', {
          params: { runId },
          body: { staffNumbers: some, reviewed },
        }),
      ),
    onSuccess: (_, { staffNumbers, reviewed }) => show(staffNumbers, { reviewed }),
    onError,
    onSettled: () => refetch(),
  });
  const exclude = useMutation({
    mutationFn: ({ staffNumbers, reason }: Exclude) =>
      inCalls(staffNumbers, (some) =>
        adminCall('POST /sync/guards/held-out/several', { body: { staffNumbers: some, reason } }),
      ),
    onSuccess: (_, { staffNumbers, reason }) => {
      show(staffNumbers, { excluded: { reason, by: '' } });
      void toast('success', PEOPLE_TEXTS.excluded(staffNumbers.length));
    },
    onError,
    onSettled: () => refetch(['guards'], ['sync', 'overview']),
  });
  const include = useMutation({
    mutationFn: (body: { staffNumber: string }) => adminCall('POST /sync/guards/let-in', { body }),
    onSuccess: (_, { staffNumber }) => {
      show([staffNumber], { excluded: null });
      void toast('success', PEOPLE_TEXTS.included());
    },
    onError,
    onSettled: () => refetch(['guards'], ['sync', 'overview']),
  });
  const samePerson = useMutation({
    async mutationFn(body: { personId: string; staffNumber: string }) {
      const params = { runId };
      const { validated } = await adminCall('POST /validation/{runId}/same-person', { params, body });
      if (!validated) return { validated };
      const { staffNumber } = body;
      const { data } = await adminCall('GET /validation/{runId}/people', { params, query: { staffNumber } });
      return { validated, card: data[0] };
    },
    onSuccess({ validated, card }, { staffNumber }) {
      if (validated) replace(staffNumber, card);
      void toast('success', PEOPLE_TEXTS.samePersonDone(staffNumber, validated, card !== undefined));
      const lists = peopleKey(runId, generatedAt).join();
      void client.invalidateQueries({
        predicate: ({ queryKey: [...key] }) =>
          key[0] === 'validation' && key[1] === runId && !(validated && key.join().startsWith(lists)),
      });
      for (const queryKey of [['sync'], ['home'], ['staff'], ['check-campus-data']])
        void client.invalidateQueries({ queryKey });
    },
  });
  return { review, exclude, include, samePerson };
}
export type PeopleActions = ReturnType<typeof usePeopleActions>;
