import type { KioskBridge } from '../../shared/ipc/kiosk-bridge';
import { openSecretBox, type SecretBox } from './secret-box';

/** What a plain browser can do of what the desktop does. */
export function browserBridge(openBox: () => Promise<SecretBox> = openSecretBox): KioskBridge {
  let box: Promise<SecretBox> | null = null;
  const opened = (): Promise<SecretBox> => {
    box ??= openBox();
    return box;
  };
  return {
    describeMachine: async () => ({ bootId: '', uptimeMs: 0 }), // a browser does not know its machine
    loadSecret: async () => (await opened()).load(),
    saveSecret: async (secret) => (await opened()).save(secret),
    quit: async () => close(),
  };
}
