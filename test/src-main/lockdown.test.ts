import { beforeEach, expect, test, vi } from 'vitest';
import { bootToPage, standInForElectron } from './support/boot-main';
import { makePage, type RecordedPage, type Recording } from './support/recording-electron';

/* What the started main process does when Electron tells it that a page wants out. */
let recording: Recording;
let page: RecordedPage;
beforeEach(async () => {
  recording = await bootToPage(await standInForElectron());
  [page] = recording.pages as [RecordedPage];
});

const foreign = [
  'https://example.com/',
  'http://localhost:4100/', // the server's own address, too: pages come by our scheme alone
  'file:///etc/passwd', // a file dropped on the window
  'data:text/html,<h1>Ghișeu</h1>',
  'about:blank',
  'javascript:alert(1)',
  'blob:app://ghiseu/3f0c',
  'app://ghiseu.example.com/',
  'app://user:secret@ghiseu/',
];

/** Fires an event that can be prevented, and says whether it was. */
function isPrevented(target: RecordedPage | Recording['session'], name: string, details: object): boolean {
  const preventDefault = vi.fn();
  expect(target.listenerCount(name), name).toBeGreaterThan(0);
  target.emit(name, { preventDefault, ...details }, details);
  return preventDefault.mock.calls.length > 0;
}

const navigates = (url: string, isMainFrame = true) =>
  !isPrevented(page, 'will-frame-navigate', { url, isMainFrame });

test('the window goes to our own pages and nowhere else', () => {
  expect(navigates('app://ghiseu/')).toBe(true);
  expect(navigates('app://ghiseu/cont/1204587?x=1#enrol=A')).toBe(true);
  for (const url of foreign) expect(navigates(url), url).toBe(false);
});

test('a frame inside the page goes nowhere, not even to our own page', () => {
  for (const url of ['app://ghiseu/', ...foreign]) expect(navigates(url, false), url).toBe(false);
});

test('a redirect does not lead where a navigation may not', () => {
  const redirects = (url: string) => !isPrevented(page, 'will-redirect', { url, isMainFrame: true });
  expect(redirects('app://ghiseu/')).toBe(true);
  for (const url of foreign) expect(redirects(url), url).toBe(false);
});

test('what was refused is written to the log with its address', async () => {
  const { log } = await import('../../src-main/log');
  const refused = 'https://example.com/';
  expect(navigates('app://ghiseu/')).toBe(true);
  expect(isPrevented(page, 'will-redirect', { url: 'app://ghiseu/', isMainFrame: true })).toBe(false);
  expect(log.warn).not.toHaveBeenCalled();
  expect(navigates(refused)).toBe(false);
  expect(log.warn).toHaveBeenLastCalledWith('A navigation was refused', refused);
  expect(isPrevented(page, 'will-redirect', { url: refused, isMainFrame: true })).toBe(true);
  expect(log.warn).toHaveBeenLastCalledWith('A redirect was refused', refused);
  page.windowOpenHandler({ url: refused });
  expect(log.warn).toHaveBeenLastCalledWith('A new window was refused', refused);
});

test('no address opens a window, our own included', () => {
  for (const url of ['app://ghiseu/', ...foreign])
    expect(page.windowOpenHandler({ url }), url).toEqual({ action: 'deny' });
});

test('no foreign page is embedded', () => {
  expect(isPrevented(page, 'will-attach-webview', { src: 'https://example.com/' })).toBe(true);
});

test('whatever page Electron makes later is kept inside as well', () => {
  page = makePage(recording);
  expect(navigates('https://example.com/')).toBe(false);
  expect(isPrevented(page, 'will-redirect', { url: 'https://example.com/' })).toBe(true);
  expect(isPrevented(page, 'will-attach-webview', {})).toBe(true);
  expect(page.windowOpenHandler({ url: 'app://ghiseu/' })).toEqual({ action: 'deny' });
});

const allowed = ['persistent-storage', 'clipboard-sanitized-write'];
const denied = [
  'media',
  'geolocation',
  'notifications',
  'midi',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'fullscreen',
  'pointerLock',
  'clipboard-read',
  'display-capture',
  'openExternal',
  'fileSystem',
  'window-management',
  'unknown',
];

/** Asked both ways: a page that requests a permission, and one that looks whether it has it. */
function isGranted(permission: string, origin: string): boolean {
  const { permissionRequest, permissionCheck } = recording.sessionHandlers;
  const answer = vi.fn<(granted: boolean) => void>();
  permissionRequest(page, permission, answer, { requestingUrl: `${origin}/` });
  expect(answer).toHaveBeenCalledOnce();
  const granted = answer.mock.calls[0]?.[0] ?? false;
  expect(permissionCheck(page, permission, origin), `${permission} for ${origin}, checked`).toBe(granted);
  expect(permissionCheck(null, permission, origin), `${permission} for ${origin}, of no page`).toBe(granted);
  return granted;
}

test('our own page keeps its storage and copies a receipt number, and is permitted nothing more', () => {
  for (const permission of allowed) expect(isGranted(permission, 'app://ghiseu'), permission).toBe(true);
  for (const permission of denied) expect(isGranted(permission, 'app://ghiseu'), permission).toBe(false);
});

test('another origin is permitted nothing', () => {
  for (const origin of ['https://example.com', 'http://localhost:4100', 'file://', 'null'])
    for (const permission of [...allowed, ...denied])
      expect(isGranted(permission, origin), `${permission} for ${origin}`).toBe(false);
});

test('no device of the machine is handed to a page', () => {
  for (const deviceType of ['usb', 'serial', 'hid'])
    expect(recording.sessionHandlers.device({ deviceType, origin: 'app://ghiseu' })).toBe(false);
});

test('the only file that is saved is one that our own page made', () => {
  const isSaved = (url: string) => {
    const preventDefault = vi.fn();
    recording.session.emit('will-download', { preventDefault }, { getURL: () => url });
    return preventDefault.mock.calls.length === 0;
  };
  expect(isSaved('blob:app://ghiseu/3f0c')).toBe(true);
  for (const url of [
    'https://example.com/setup.exe',
    'blob:https://example.com/3f0c',
    'data:,x',
    'blob:null/3f0c',
  ])
    expect(isSaved(url), url).toBe(false);
});
