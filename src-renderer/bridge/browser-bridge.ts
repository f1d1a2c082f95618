import type { KioskBridge } from '../../shared/ipc/kiosk-bridge';
import { openSecretBox, type SecretBox } from './secret-box';
import { type SecretFile, secretFile } from './secret-file';
import { twoBoxes } from './two-boxes';

/** Where a browser keeps the device's secret. */
export interface SecretPlaces {
  file: SecretFile;
  openBox: () => Promise<SecretBox>;
}

/** What a plain browser can do of what the desktop does. */
export function browserBridge(
  { file, openBox }: SecretPlaces = { file: secretFile(), openBox: openSecretBox },
): KioskBridge {
  const secret = twoBoxes(file, openBox);
  return {
    describeMachine: async () => ({ bootId: '', uptimeMs: 0 }), // a browser does not know its machine
    loadSecret: () => secret.load(),
    saveSecret: (text) => secret.save(text),
    printSlip: async () => {
      if (typeof print !== 'function') return 'not-available';
      print(); // returns when the print window is closed; what became of it the browser does not say
      return 'dialogue';
    },
    quit: async () => close(),
  };
}
