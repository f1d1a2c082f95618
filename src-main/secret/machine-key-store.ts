import { safeStorage } from 'electron';
import type { KeyStore } from './secret-store';

/**
 * The operating system's key store. On Linux without a keyring Chromium falls back to `basic_text`, a password that stands
 * in its source: that counts as no protection.
 */
export const machineKeyStore: KeyStore = {
  async protects() {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  seal: (text) => safeStorage.encryptStringAsync(text),
  unseal: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
};
