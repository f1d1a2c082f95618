import './data/jitless';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/kiosk.css';
import { createRoot } from 'react-dom/client';
import { pickBridge } from './bridge/pick-bridge';
import { startDataClient } from './data/data-client';
import { browserAddressBar, enrolByAddress } from './data/enrolment-link';
import { askToKeepStorage } from './data/persistent-storage';
import { App } from './screens/app';
import { registerServiceWorker } from './service-worker/register-service-worker';
import { createI18n } from './text/i18n';
import { chosenLanguage } from './text/language';
import { systemClockSource } from './worker/clock';

void registerServiceWorker();
void askToKeepStorage(navigator.storage);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const picked = pickBridge(window);
const api = startDataClient(picked);
createRoot(root).render(
  <App
    api={api}
    printer={picked.bridge}
    clock={systemClockSource(null)}
    i18n={createI18n(chosenLanguage())}
    enrolmentByAddress={enrolByAddress(api, browserAddressBar)}
    reload={() => location.reload()}
  />,
);
