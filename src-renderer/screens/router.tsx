import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { z } from 'zod';
import { AccountPage } from './account/account-page';
import { DevicePage } from './care/device-page';
import { DevicesPage } from './devices/devices-page';
import { asError, FailurePage } from './error-screen';
import { ListPage } from './list/list-page';
import { IdlePage } from './search/idle-page';
import { Shell } from './shell/shell';
import { AccountTab, ListShow } from './tabs';

const rootRoute = createRootRoute({ component: Shell });
const idleRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: IdlePage });
const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/$accountId',
  validateSearch: z.object({ tab: AccountTab.default('readings').catch('readings') }),
  component: function Account() {
    const { accountId } = accountRoute.useParams();
    const { tab } = accountRoute.useSearch();
    return <AccountPage key={accountId} accountId={accountId} tab={tab} />;
  },
});
const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/list',
  validateSearch: z.object({ show: ListShow.default('waiting').catch('waiting') }),
  component: function List() {
    return <ListPage show={listRoute.useSearch().show} />;
  },
});

const deviceRoute = createRoute({ getParentRoute: () => rootRoute, path: '/device', component: DevicePage });

const devicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices',
  component: DevicesPage,
});

const routeTree = rootRoute.addChildren([idleRoute, accountRoute, listRoute, deviceRoute, devicesRoute]);

export function createCounterRouter(history: RouterHistory = createBrowserHistory()) {
  return createRouter({
    routeTree,
    history,
    defaultNotFoundComponent: IdlePage,
    defaultErrorComponent: ({ error, reset }) => <FailurePage failure={asError(error)} retry={reset} />,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createCounterRouter>;
  }
}
