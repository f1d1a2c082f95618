import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { EnrolResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import { run } from '../../../src-server/commands/program';
import { isPostgresAlive, readPostmaster } from '../../../src-server/postgres/postmaster';
import { builtServer } from '../../support/built-server';

const project = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether somebody listens on a port of this machine. */
const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** Of the simulated card terminal and payment page, as the console names them. */
const simulated = (said: string): number[] => {
  const lines = said.match(/Simulated (terminal|payment page).*/g) ?? [];
  return [...lines.join().matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
};

const always = ['demo', '--accounts', '50', '--port', '0', '--data', folder];
const options = [...always, '--no-open'];

/** The demo as its own process, and everything it has said so far. */
function startDemo(args = options, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [builtServer, ...args], {
    cwd: project,
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  const exit = once(child, 'exit');
  return { child, exit, said: () => said };
}

test('the demo runs, refuses a second start with its address, and Ctrl-C leaves nothing running', async () => {
  const demo = startDemo();
  await vi.waitFor(() => expect(demo.said()).toContain('Ctrl-C'), { timeout: 90_000, interval: 50 });
  const url = demo.said().match(/http:\/\/localhost:\d+/)?.[0] ?? '';
  expect(demo.said()).toContain(`${url}/#enrol=ghiseu-petrosani`);
  expect(demo.said()).toContain('maria / ');
  expect(demo.said()).toMatch(/House +client code \d{8}, internal code \d{5,6}/);
  expect(demo.said()).toContain(join(folder, 'mail'));
  expect((await fetch(`${url}/health`)).status).toBe(200);

  const ports = simulated(demo.said());
  expect(await Promise.all(ports.map(isListening))).toEqual([true, true]);

  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await run(['node', 'ghiseu', ...options])).toBe(1);
  expect(complaint.mock.calls.flat().join()).toContain(`runs already on this data folder at ${url}`);
  complaint.mockRestore();

  const { pid } = readPostmaster(join(folder, 'postgres', 'cluster')) ?? { pid: 0 };
  expect(isPostgresAlive(pid)).toBe(true);
  demo.child.kill('SIGINT');
  expect(await demo.exit).toEqual([0, null]);
  expect(isPostgresAlive(pid)).toBe(false);
  expect(await Promise.all(ports.map(isListening))).toEqual([false, false]);
}, 120_000);

/** What stands in for Electron writes down the server and the code that it was started with, and waits to be ended. */
function electronStandIn() {
  const program = join(folder, 'shell', 'electron');
  mkdirSync(join(folder, 'shell'));
  const note = 'echo "$GHISEU_SERVER_URL $GHISEU_ENROL_CODE" > "$0.tmp"; mv "$0.tmp" "$0.started"';
  writeFileSync(program, `#!/bin/sh\n${note}\nexec sleep 600\n`);
  chmodSync(program, 0o755);
  const given = () =>
    existsSync(`${program}.started`) ? readFileSync(`${program}.started`, 'utf8').trim().split(' ') : [];
  return { env: { DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'shell') }, given };
}

test.runIf(process.platform === 'linux')(
  '--surface self-service opens the kiosk: its code makes a self-service device',
  async () => {
    const electron = electronStandIn();
    const demo = startDemo([...always, '--surface', 'self-service'], electron.env);
    const opened = () => expect(demo.said()).toContain('A kiosk opens in Electron.');
    await vi.waitFor(opened, { timeout: 90_000, interval: 50 });
    await vi.waitFor(() => expect(electron.given()).toHaveLength(2));
    const [url = '', code = ''] = electron.given();
    expect(demo.said()).toContain(`${url}/#enrol=${code}`); // the address that the console names for the kiosk

    const answer = await fetch(`${url}${routes.enrol}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const { device } = EnrolResponse.parse(await answer.json());
    expect(device).toMatchObject({ surface: 'self-service', name: 'Infochioșc Petroșani' });
    demo.child.kill('SIGINT');
    expect(await demo.exit).toEqual([0, null]);
  },
  120_000,
);

test('Ctrl-C in the middle of a start ends that too', async () => {
  const demo = startDemo();
  const cluster = join(folder, 'postgres', 'cluster');
  await vi.waitFor(() => expect(readPostmaster(cluster)).not.toBeNull(), { timeout: 90_000, interval: 5 });
  const { pid } = readPostmaster(cluster) ?? { pid: 0 };
  demo.child.kill('SIGINT');
  expect(await demo.exit).toEqual([0, null]);
  expect(isPostgresAlive(pid)).toBe(false);
}, 120_000);
