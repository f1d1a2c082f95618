import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** Pages that Electron makes: events are fired on them, and they ask whether a window may open. */
export type RecordedPage = EventEmitter & {
  setWindowOpenHandler(handler: RecordedPage['windowOpenHandler']): void;
  windowOpenHandler: (details: { url: string }) => { action: string };
};

/** What the session was told to ask, as Electron calls it. */
interface SessionHandlers {
  permissionRequest: (
    page: unknown,
    permission: string,
    answer: (granted: boolean) => void,
    details: { requestingUrl: string },
  ) => void;
  permissionCheck: (page: unknown, permission: string, origin: string) => boolean;
  device: (details: { deviceType: string; origin: string }) => boolean;
}

/*
 * Electron's binary is not there when tests run. This stand-in does nothing and writes down what was asked of it, in order,
 * so that a test can say what must come before what. What was registered can be fired.
 */
export interface Recording {
  steps: string[];
  userData: string;
  packaged: boolean;
  firstInstance: boolean;
  windowOptions: unknown[];
  errorBoxes: string[];
  becomeReady(): void;
  app: EventEmitter;
  session: EventEmitter;
  sessionHandlers: SessionHandlers;
  /** Of the windows, in the order they were made. */
  pages: RecordedPage[];
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
    app: new EventEmitter(),
    session: new EventEmitter(),
    sessionHandlers: {
      permissionRequest: notRegistered,
      permissionCheck: notRegistered,
      device: notRegistered,
    },
    pages: [],
    electron: {},
  };
  recording.electron = {
    ...applicationParts(recording, ready),
    ...pageParts(recording),
    BrowserWindow: windowClass(recording),
  };
  return recording;
}

function notRegistered(): never {
  throw new Error('Nothing was registered for this.');
}

/** A page as Electron makes it, which tells the application of it. */
export function makePage({ app }: Recording): RecordedPage {
  const page: RecordedPage = Object.assign(new EventEmitter(), {
    windowOpenHandler: notRegistered,
    setWindowOpenHandler(handler: RecordedPage['windowOpenHandler']) {
      page.windowOpenHandler = handler;
    },
  });
  app.emit('web-contents-created', {}, page);
  return page;
}

const step =
  (recording: Recording, name: string) =>
  (first?: unknown): void =>
    void recording.steps.push(typeof first === 'string' ? `${name} ${first}` : name);

function applicationParts(recording: Recording, ready: Promise<void>) {
  const app = Object.assign(recording.app, {
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
  const keep =
    <Name extends keyof SessionHandlers>(name: Name, words: string) =>
    (handler: SessionHandlers[Name]) => {
      recording.steps.push(words);
      recording.sessionHandlers[name] = handler;
    };
  const defaultSession = Object.assign(recording.session, {
    setPermissionRequestHandler: keep('permissionRequest', 'permissions asked'),
    setPermissionCheckHandler: keep('permissionCheck', 'permissions checked'),
    setDevicePermissionHandler: keep('device', 'devices'),
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
    readonly webContents = makePage(recording);
    constructor(options: unknown) {
      super();
      recording.pages.push(this.webContents);
      recording.steps.push('window');
      recording.windowOptions.push(options);
    }
    loadURL = (url: string) => {
      recording.steps.push(`load ${url}`);
      return Promise.resolve();
    };
  };
}
