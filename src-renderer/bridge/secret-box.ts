import { Dexie, type DexieOptions } from 'dexie';
import { z } from 'zod';

/** One secret text, kept encrypted. */
export interface SecretBox {
  load(): Promise<string | null>;
  save(secret: string): Promise<void>;
}

const Sealed = z.object({ iv: z.instanceof(Uint8Array), text: z.instanceof(Uint8Array) });

/**
 * Keeps a secret in IndexedDB under an AES key that WebCrypto does not give out: its rows alone are of no use elsewhere.
 * Against who has the disk it protects no better than the file beside it: key and text lie in one folder.
 */
export async function openSecretBox(name = 'ghiseu-secret', options: DexieOptions = {}): Promise<SecretBox> {
  const database = new Dexie(name, options);
  database.version(1).stores({ kept: 'name' });
  const kept = database.table<{ name: string; value: unknown }, string>('kept');
  const key = async (): Promise<CryptoKey> => {
    const known = (await kept.get('key'))?.value;
    if (known instanceof CryptoKey) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await kept.put({ name: 'key', value: made });
    return made;
  };
  return {
    load: async () => {
      const sealed = Sealed.safeParse((await kept.get('secret'))?.value);
      if (!sealed.success) return null;
      const iv = Uint8Array.from(sealed.data.iv);
      const text = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv },
        await key(),
        Uint8Array.from(sealed.data.text),
      );
      return new TextDecoder().decode(text);
    },
    save: async (secret) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        await key(),
        new TextEncoder().encode(secret),
      );
      await kept.put({ name: 'secret', value: { iv, text: new Uint8Array(text) } });
    },
  };
}
