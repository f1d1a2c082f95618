import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addressFor, type DemoDevice } from './demo-devices';
import { fetchElectron } from './fetch-electron';
import { findBrowser, hasDisplay } from './find-browser';
import { findElectron } from './find-electron';

export interface OpenPlan {
  device: DemoDevice;
  serverUrl: string;
  dataFolder: string;
  /** The project's folder: Electron and the built main process are below it. */
  project: string;
  env: NodeJS.ProcessEnv;
}

export interface Opened {
  /** What the console says of it. */
  sentence: string;
  /** Ends the window and all its processes. */
  close: () => Promise<void>;
}

interface Window {
  program: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

const electronMissing = "Electron's program is not on this machine and could not be downloaded";

/** Opens a place of the demo in Electron, else full screen in a browser of its own profile, else says where to find it. */
export async function openPlace(plan: OpenPlan): Promise<Opened> {
  const { project, env, device } = plan;
  const place = device.surface === 'self-service' ? 'kiosk' : 'counter';
  const known = findElectron(project, env);
  if (!hasDisplay(env)) return nothing(noDisplay(known !== null));
  const electron = known ?? (await fetchElectron(project, env));
  if (electron) return show(electronWindow(electron, plan), `A ${place} opens in Electron.`);
  const browser = findBrowser(env);
  if (browser)
    return show(browserWindow(browser, plan), `${electronMissing}: a ${place} opens in ${browser}.`);
  return nothing(`${electronMissing}, nor is Chromium here: open one of the addresses in a browser.`);
}

const nothing = (sentence: string): Opened => ({ sentence, close: async () => undefined });

const noDisplay = (electronIsHere: boolean): string =>
  electronIsHere
    ? 'There is no display here: open one of the addresses in a browser.'
    : "Electron's program is not on this machine, nor is a display: open one of the addresses in a browser.";

const isRoot = (): boolean => process.getuid?.() === 0;

/** A folder for each place of the demo: a machine that is a counter already would never become a kiosk. */
const ownData = ({ dataFolder, device }: OpenPlan, shell: 'electron' | 'browser'): string =>
  `--user-data-dir=${join(dataFolder, shell, device.code)}`;

function electronWindow(program: string, plan: OpenPlan): Window {
  const { project, serverUrl, device, env } = plan;
  const args = [
    ...(isRoot() ? ['--no-sandbox'] : []), // Chromium's sandbox refuses root
    join(project, 'dist', 'main', 'main.js'),
    ownData(plan, 'electron'),
  ];
  return { program, args, env: { ...env, GHISEU_SERVER_URL: serverUrl, GHISEU_ENROL_CODE: device.code } };
}

function browserWindow(program: string, plan: OpenPlan): Window {
  const { serverUrl, device, env } = plan;
  const args = [
    ownData(plan, 'browser'),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    ...(isRoot() ? ['--no-sandbox', '--test-type'] : []), // the second keeps the first from being complained of
    '--kiosk',
    `--app=${addressFor(serverUrl, device)}`,
  ];
  return { program, args, env };
}

async function show({ program, args, env }: Window, sentence: string): Promise<Opened> {
  // a process group of its own: Ctrl-C reaches it only through `close`, and `close` reaches all of it
  const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
  try {
    await once(child, 'spawn');
  } catch (error) {
    return { sentence: `${program} could not be started: ${String(error)}`, close: async () => undefined };
  }
  return { sentence, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
  await exited;
  clearTimeout(late);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill(signal);
  else process.kill(-child.pid, signal);
}
