import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/wght.css';
import '../../../src-renderer/theme/tokens.css';
import '../../../src-renderer/theme/base.css';
import '../../../src-renderer/theme/kiosk.css';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../shared/model/primitives';
import { App } from '../../../src-renderer/screens/app';
import { createI18n } from '../../../src-renderer/text/i18n';
import { chosenLanguage } from '../../../src-renderer/text/language';
import { systemClockSource } from '../../../src-renderer/worker/clock';
import { fakeCases } from '../fake-cases';
import { FakeDataApi } from '../fake-data-api';
import { fakeDevices } from '../fake-devices';
import { fakeKioskDevice } from '../fake-utility';

/*
 * Every screen without a worker or a server. A page drives it through `window.fake`: the fake data and `changed()`; `showIn`; and `freshPage`.
 * At `/#kiosk` the machine is a self-service device.
 * Never part of the product's build.
 */
declare global {
  interface Window {
    fake: FakeDataApi;
    fakeCases: typeof fakeCases;
    fakeDevices: typeof fakeDevices;
    /** The screen as it stands, in another language. */
    showIn(language: Language): void;
    /** What a screen asks for when it wants a fresh page; replaced, the page stays as it is. */
    freshPage(): void;
  }
}

const i18n = createI18n(chosenLanguage());
window.showIn = (language) => void i18n.changeLanguage(language);
window.freshPage = () => location.reload();
window.fake = new FakeDataApi();
if (location.hash === '#kiosk') window.fake.device = { state: 'ready', device: fakeKioskDevice };
window.fakeCases = fakeCases;
window.fakeDevices = fakeDevices;
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <App
    api={window.fake}
    printer={window.fake.printer}
    clock={systemClockSource(null)}
    i18n={i18n}
    enrolmentByAddress={{ first: Promise.resolve(null), again: () => Promise.resolve(null) }}
    reload={() => window.freshPage()}
  />,
);
