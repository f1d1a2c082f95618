import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/*
 * Electron's binary is not there when tests run. This stand-in does nothing and writes down what was asked of it, in order,
 * so that a test can say what must come before what.
 */
export interface Recording {
  steps: string[];
  userData: string;
  packaged: boolean;
  firstInstance: boolean;
  windowOptions: unknown[];
  errorBoxes: string[];
  becomeReady(): void;
  /** The module that stands in for `electron`. */
  electron: Record<string, unknown>;
}

export function recordElectron(userData: string): Recording {
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const recording: Recording = {
    steps: [],
    userData,
    packaged: false,
    firstInstance: true,
    windowOptions: [],
    errorBoxes: [],
    becomeReady: () => {
      recording.steps.push('ready');
      becomeReady();
    },
    electron: {},
  };
  recording.electron = {
    ...applicationParts(recording, ready),
    ...pageParts(recording),
    BrowserWindow: windowClass(recording),
  };
  return recording;
}

const step =
  (recording: Recording, name: string) =>
  (first?: unknown): void =>
    void recording.steps.push(typeof first === 'string' ? `${name} ${first}` : name);

function applicationParts(recording: Recording, ready: Promise<void>) {
  const app = Object.assign(new EventEmitter(), {
    commandLine: { hasSwitch: () => true, removeSwitch: step(recording, 'removeSwitch') },
    getPath: () => recording.userData,
    requestSingleInstanceLock: () => recording.firstInstance,
    enableSandbox: step(recording, 'enableSandbox'),
    quit: step(recording, 'quit'),
    exit: () => recording.steps.push('exit'),
    whenReady: () => ready,
  });
  Object.defineProperty(app, 'isPackaged', { get: () => recording.packaged });
  return {
    app,
    dialog: { showErrorBox: (_title: string, text: string) => recording.errorBoxes.push(text) },
    Menu: { setApplicationMenu: step(recording, 'no menu') },
    powerSaveBlocker: { start: step(recording, 'powerSaveBlocker') },
    safeStorage: {},
  };
}

function pageParts(recording: Recording) {
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: step(recording, 'permissions asked'),
    setPermissionCheckHandler: step(recording, 'permissions checked'),
    setDevicePermissionHandler: step(recording, 'devices'),
  });
  return {
    session: { defaultSession },
    protocol: {
      registerSchemesAsPrivileged: step(recording, 'scheme'),
      handle: step(recording, 'protocol'),
    },
    net: { fetch: vi.fn() },
    ipcMain: { handle: step(recording, 'channel') },
    MessageChannelMain: vi.fn(),
  };
}

function windowClass(recording: Recording) {
  return class extends EventEmitter {
    static getAllWindows = () => [];
    readonly webContents = new EventEmitter();
    constructor(options: unknown) {
      super();
      recording.steps.push('window');
      recording.windowOptions.push(options);
    }
    loadURL = (url: string) => {
      recording.steps.push(`load ${url}`);
      return Promise.resolve();
    };
  };
}
