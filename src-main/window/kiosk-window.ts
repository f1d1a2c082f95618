import { app, BrowserWindow, powerSaveBlocker } from 'electron';
import { log } from '../log';
import { appOrigin } from '../page/own-page';
import { makeReloadLimit } from './reload-limit';

const hangPatienceMs = 10_000;

export interface KioskWindowOptions {
  preload: string;
  kiosk: boolean;
}

/** Makes the application's one window, hidden until its page can be seen, with nothing loaded yet. */
export function createKioskWindow({ preload, kiosk }: KioskWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Ghișeu',
    width: 1366,
    height: 768,
    backgroundColor: '#ffffff',
    show: false,
    kiosk,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      backgroundThrottling: false, // a covered window goes on syncing
      spellcheck: false, // would fetch dictionaries from the internet
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (!kiosk) window.maximize();
    window.show();
  });
  return window;
}

/** Loads the counter. The enrolment code travels in the fragment, which no server and no log ever sees. */
export async function loadCounter(window: BrowserWindow, enrolCode: string | null): Promise<void> {
  const fragment = enrolCode === null ? '' : `#enrol=${encodeURIComponent(enrolCode)}`;
  await window.loadURL(`${appOrigin}/${fragment}`);
}

/** A page that crashed or hangs is loaded again, at the start: what was saved is in the journal. */
export function recoverPage(window: BrowserWindow): void {
  const { webContents } = window;
  const reload = () => {
    if (window.isDestroyed()) return;
    loadCounter(window, null).catch((error) => log.error('The page could not be loaded again', error));
  };
  const limit = makeReloadLimit(reload, setTimeout);
  let hanging: NodeJS.Timeout | undefined;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    clearTimeout(hanging);
    log.error('The page’s process is gone', reason, exitCode);
    if (reason !== 'clean-exit') limit.pageGone();
  });
  window.on('unresponsive', () => {
    log.warn('The page does not answer');
    clearTimeout(hanging);
    hanging = setTimeout(() => webContents.forcefullyCrashRenderer(), hangPatienceMs);
  });
  window.on('responsive', () => clearTimeout(hanging));
}

/** The screen of a counter or kiosk never goes dark by itself. */
export const keepScreenOn = (): number => powerSaveBlocker.start('prevent-display-sleep');
