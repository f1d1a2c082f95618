import { bridgeName, type KioskBridge } from '../../shared/ipc/kiosk-bridge';
import { browserBridge } from './browser-bridge';

export interface PickedBridge {
  bridge: KioskBridge;
  /** Whether the machine's own process keeps the journal and hands over a port to it. */
  hasJournal: boolean;
}

/** Electron's bridge where the preload has put one, otherwise the browser's own. */
export function pickBridge(page: object): PickedBridge {
  const offered: unknown = Reflect.get(page, bridgeName);
  if (typeof offered === 'object' && offered !== null) {
    // A copy: what comes over Electron's context bridge is frozen, and comlink has to mark what it hands to the worker.
    return { bridge: { ...(offered as KioskBridge) }, hasJournal: true };
  }
  return { bridge: browserBridge(), hasJournal: false };
}
