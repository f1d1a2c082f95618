import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useLive } from '../data-context';
import { useTypedForms } from '../parts/typed-forms';
import { SearchResults } from '../search/search-results';
import { useSearchSession } from '../search/use-search-session';
import { useKeys } from '../use-keys';
import { Alerts } from './alerts';
import { HelpDialog } from './help-dialog';
import styles from './shell.module.css';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';

/** Top bar and status bar are always there; under them the results of a search, or what was opened. */
export function Shell() {
  const navigate = useNavigate();
  const session = useLive('session', null);
  const status = useLive('status', null);
  const search = useSearchSession((accountId, tab) =>
    navigate({ to: '/account/$accountId', params: { accountId }, search: { tab } }),
  );
  const [helpShown, help] = useDisclosure(false);
  useKeys({ F1: help.toggle, F2: search.begin });
  useTypedForms();
  return (
    <div className={styles.shell}>
      <TopBar search={search} clerk={session?.displayName ?? ''} showHelp={help.open} />
      <StatusBar leaveSearch={search.leave} />
      <Alerts status={status} />
      <main className={styles.main} id="content">
        {search.shown && <SearchResults search={search} />}
        {/* Kept while searching: a half-typed index is still there when the search is left with Escape. */}
        <div className={styles.sheet} hidden={search.shown}>
          <Outlet />
        </div>
      </main>
      <HelpDialog shown={helpShown} close={help.close} />
    </div>
  );
}
