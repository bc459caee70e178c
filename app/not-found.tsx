import { NotFoundMessage } from '../components/shell/not-found-message.tsx';
import { currentSession } from '../lib/auth/session.ts';
import CampusLayout from './(campus)/layout.tsx';

/** For addresses that no route has: with the menu around it for whoever is signed in. */
export default async function NotFound() {
  if (await currentSession())
    return (
      <CampusLayout>
        <NotFoundMessage />
      </CampusLayout>
    );
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
