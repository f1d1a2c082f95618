import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { setUpChannels } from './channels/set-up-channels';
import { offerJournal, openJournalService } from './journal/set-up-journal';
import { lockSession, setUpLockdown } from './lockdown';
import { log, setUpLog } from './log';
import { registerAppScheme, setUpAppProtocol } from './page/app-protocol';
import { machineKeyStore } from './secret/machine-key-store';
import { makeSecretStore } from './secret/secret-store';
import { settingsProblemWords } from './settings/problem-words';
import { readSettings, type Settings } from './settings/settings';
import { createKioskWindow, keepScreenOn, loadCounter, recoverPage } from './window/kiosk-window';

// A folder of plain letters; --user-data-dir makes a second counter on one machine.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), 'ghiseu'));
const inUserData = (name: string) => join(app.getPath('userData'), name);

// The lock lives in the data folder: two processes on one journal would write over each other.
if (app.requestSingleInstanceLock()) boot();
else app.quit();

function boot(): void {
  setUpLog(inUserData('logs'));
  registerAppScheme(); // before ready: Chromium takes schemes only then
  setUpLockdown(); // before ready: no page may load without it
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', showWindow);
  // Never awaited at the top level: Electron is ready only when this module has been evaluated.
  app.whenReady().then(start).catch(stopWithError);
}

async function start(): Promise<void> {
  const settings = readSettings({
    args: process.argv.slice(1),
    env: process.env,
    filePath: inUserData('settings.json'),
  });
  if ('problem' in settings) return stopWithWords(settingsProblemWords(settings));
  await openCounter(settings);
}

async function openCounter(settings: Settings): Promise<void> {
  const journal = await openJournalService(inUserData('journal'));
  lockSession();
  setUpChannels({ secrets: secretStore(settings), printer: settings.printer });
  const proxy = setUpAppProtocol(join(import.meta.dirname, '../renderer'), settings.serverOrigin);
  keepScreenOn();
  const preload = join(import.meta.dirname, '../preload/preload.cjs');
  const window = createKioskWindow({ preload, kiosk: settings.kiosk });
  offerJournal(window.webContents, journal);
  recoverPage(window);
  // A page that is replaced or gone leaves its poke stream behind.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) proxy.abortAll();
  });
  window.webContents.on('render-process-gone', () => proxy.abortAll());
  await loadCounter(window, settings.enrolCode); // last: every handler is in place
}

function secretStore({ refusePlainSecrets }: Settings) {
  return makeSecretStore({
    path: inUserData('secret.json'),
    keyStore: machineKeyStore,
    refusePlain: refusePlainSecrets,
    warn: (sentence) => log.warn(sentence),
  });
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function stopWithWords(sentence: string): void {
  log.error(sentence);
  dialog.showErrorBox('Ghișeu', sentence);
  app.exit(1);
}

function stopWithError(error: unknown): void {
  log.error('The application could not start', error);
  const reason = error instanceof Error ? error.message : String(error);
  stopWithWords(`Aplicația nu a putut porni.\nThe application could not start.\n\n${reason}`);
}
