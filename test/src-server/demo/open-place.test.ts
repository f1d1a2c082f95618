import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DemoDevice, demoDevices } from '../../../src-server/demo/demo-devices';
import { findElectron } from '../../../src-server/demo/find-electron';
import { openPlace } from '../../../src-server/demo/open-place';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** A program that writes what it was started with beside itself, then waits to be ended. */
function standIn(...path: string[]): string {
  const program = join(project, ...path);
  mkdirSync(dirname(program), { recursive: true });
  const script = `#!/bin/sh\necho "$GHISEU_SERVER_URL $GHISEU_ENROL_CODE $*" > "$0.tmp"\nmv "$0.tmp" "$0.started"\nexec sleep 600\n`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  return program;
}

const [counter] = demoDevices;
const kiosk = demoDevices.find(({ surface }) => surface === 'self-service') as DemoDevice;

const open = (env: NodeJS.ProcessEnv, device: DemoDevice = counter) =>
  openPlace({
    device,
    serverUrl: 'http://localhost:4680',
    dataFolder: join(project, 'data'),
    project,
    env: { PATH: '/usr/bin:/bin', ...env },
  });

/** Where Electron was installed without its program, and a Chromium is on the path. */
async function openInBrowser(device?: DemoDevice) {
  mkdirSync(join(project, 'node_modules', 'electron'), { recursive: true });
  const program = standIn('bin', 'chromium');
  const opened = await open({ DISPLAY: ':1', PATH: `${dirname(program)}:/usr/bin:/bin` }, device);
  return { program, opened };
}

const started = (program: string) =>
  vi.waitFor(() => {
    expect(existsSync(`${program}.started`)).toBe(true);
    return readFileSync(`${program}.started`, 'utf8');
  });

test('without a display no window is tried', async () => {
  const opened = await open({});
  expect(opened.sentence).toMatch(
    process.platform === 'linux' ? /nor is a display: open one of the addresses/ : /./,
  );
  await opened.close();
});

/** Where Electron was installed whole. */
async function openInElectron(device?: DemoDevice) {
  const program = standIn('node_modules', 'electron', 'dist', 'electron');
  writeFileSync(join(project, 'node_modules', 'electron', 'path.txt'), 'electron');
  expect(findElectron(project, {})).toBe(program);
  return { program, opened: await open({ DISPLAY: ':1' }, device) };
}

const dataFolderIn = (args: string): string => /--user-data-dir=(\S+)/.exec(args)?.[1] ?? '';

test.runIf(process.platform === 'linux')(
  'Electron is given the server and its code, and ends when asked',
  async () => {
    const { program, opened } = await openInElectron();
    expect(opened.sentence).toBe('A counter opens in Electron.');
    expect(await started(program)).toMatch(
      /^http:\/\/localhost:4680 ghiseu-petrosani .*dist\/main\/main\.js/,
    );
    await opened.close();
  },
);

test.runIf(process.platform === 'linux')(
  'where Electron was not downloaded, one sentence says so and a browser opens',
  async () => {
    const { program, opened } = await openInBrowser();
    expect(opened.sentence).toContain("Electron's program is not on this machine");
    expect(opened.sentence).toContain(`a counter opens in ${program}`);
    expect(await started(program)).toContain('--kiosk --app=http://localhost:4680/#enrol=ghiseu-petrosani');
    await opened.close();
  },
);

test.runIf(process.platform === 'linux')(
  'the kiosk of the demo opens as a kiosk, in a profile of its own',
  async () => {
    const { program, opened } = await openInBrowser(kiosk);
    expect(opened.sentence).toContain(`a kiosk opens in ${program}`);
    const args = await started(program);
    expect(args).toContain('--kiosk --app=http://localhost:4680/#enrol=infochiosc-petrosani');
    expect(args).toContain(join('data', 'browser', 'infochiosc-petrosani'));
    await opened.close();
  },
);

test.runIf(process.platform === 'linux')(
  'after a counter of the demo was opened its kiosk is a machine of its own, in Electron and in a browser',
  async () => {
    const folders: string[] = [];
    for (const openIn of [openInElectron, openInBrowser])
      for (const device of [counter, kiosk]) {
        const { program, opened } = await openIn(device);
        const args = await started(program);
        expect(args).toContain(device.code);
        folders.push(dataFolderIn(args));
        await opened.close();
        rmSync(program);
        rmSync(`${program}.started`);
      }
    expect(new Set(folders).size).toBe(4);
    for (const folder of folders) expect(folder).toContain(join(project, 'data'));
  },
);

test('Electron is looked for where ELECTRON_OVERRIDE_DIST_PATH says, and only its file counts', () => {
  const program = standIn('elsewhere', 'electron');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dirname(program) };
  if (process.platform === 'linux') expect(findElectron(project, env)).toBe(program);
  expect(findElectron(project, { ELECTRON_OVERRIDE_DIST_PATH: join(project, 'nowhere') })).toBeNull();
  expect(findElectron(project, {})).toBeNull();
});
