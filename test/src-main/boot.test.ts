import { beforeEach, expect, test, vi } from 'vitest';
import { boot, bootToPage, standInForElectron } from './support/boot-main';
import type { Recording } from './support/recording-electron';

let recording: Recording;
beforeEach(async () => {
  recording = await standInForElectron();
});

test('the scheme and the sandbox are set before Electron is ready, and the main module ends without waiting for it', async () => {
  expect((await boot(recording)).steps).toEqual(['scheme', 'enableSandbox']);
});

test('the page is loaded last: permissions, channels and protocol are in place before it', async () => {
  await bootToPage(recording);
  const { steps } = recording;
  const last = steps.pop();
  expect(last).toBe('load app://ghiseu/');
  expect(steps).toEqual(
    expect.arrayContaining([
      'permissions asked',
      'permissions checked',
      'devices',
      'channel machine:describe',
      'channel secret:load',
      'channel secret:save',
      'channel slip:print',
      'channel app:quit',
      'protocol app',
      'journal',
      'window',
      'journal offered',
    ]),
  );
});

test('the window is sandboxed, isolated, without Node, unthrottled, and hidden until it can be seen', async () => {
  await bootToPage(recording);
  expect(recording.windowOptions).toMatchObject([
    {
      show: false,
      kiosk: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
        spellcheck: false,
        devTools: true,
      },
    },
  ]);
});

test('an installed kiosk has no developer tools and no remote debugging', async () => {
  recording.packaged = true;
  vi.stubEnv('GHISEU_KIOSK', '1');
  await bootToPage(recording);
  expect(recording.windowOptions).toMatchObject([{ kiosk: true, webPreferences: { devTools: false } }]);
  expect(recording.steps).toContain('removeSwitch remote-debugging-port');
});

test('the enrolment code travels in the fragment of the first page', async () => {
  vi.stubEnv('GHISEU_ENROL_CODE', '7F3K 2M');
  await bootToPage(recording);
  expect(recording.steps.at(-1)).toBe('load app://ghiseu/#enrol=7F3K%202M');
});

test('without a server’s address a sentence is shown and nothing is opened', async () => {
  (await boot(recording, '')).becomeReady();
  await vi.waitFor(() => expect(recording.steps.at(-1)).toBe('exit'));
  expect(recording.errorBoxes).toEqual([expect.stringContaining('GHISEU_SERVER_URL')]);
  expect(recording.steps).not.toContain('window');
});

test('a second instance on the same data ends before it touches anything', async () => {
  recording.firstInstance = false;
  expect((await boot(recording)).steps).toEqual(['quit']);
});
