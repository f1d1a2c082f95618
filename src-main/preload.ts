import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName, journalPortMessage, type KioskBridge } from '../shared/ipc/kiosk-bridge';
import { makeBridge } from './preload-bridge';

const bridge: KioskBridge = makeBridge((channel, ...args) => ipcRenderer.invoke(channel, ...args));
contextBridge.exposeInMainWorld(bridgeName, bridge);

// A port cannot pass the context bridge; a message of the window to itself can carry it. '*' names no other receiver:
// this window's page is ours, every navigation elsewhere is refused.
ipcRenderer.on(journalPortMessage, (event) => window.postMessage(journalPortMessage, '*', [...event.ports]));
