import { app, Menu, type Session, session, type WebContents } from 'electron';
import { log } from './log';
import { isOwnFile, isOwnPage } from './page/own-page';
import { isAllowedPermission } from './permissions';

/** Doors that a packaged application keeps shut, whatever its shortcut says. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'];

/** Before ready: no page may load without it. Certificate errors keep Chromium's own answer, which is refusal. */
export function setUpLockdown(): void {
  app.enableSandbox();
  if (app.isPackaged) for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
  app.on('web-contents-created', (_event, contents) => keepInside(contents));
}

/** After ready, before any window: what a session or a menu could open. */
export function lockSession(): void {
  denyPermissions(session.defaultSession);
  session.defaultSession.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null); // macOS needs its menu for copy and paste
}

function keepInside(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOwnPage(event.url)) return;
    event.preventDefault();
    log.warn('A navigation was refused', event.url);
  });
  contents.on('will-redirect', (event) => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    log.warn('A redirect was refused', event.url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('A new window was refused', url);
    return { action: 'deny' };
  });
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowedPermission(permission, details.requestingUrl));
  });
  target.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isAllowedPermission(permission, requestingOrigin),
  );
  target.setDevicePermissionHandler(() => false);
}
