import type { SecretBox } from './secret-box';
import type { SecretFile } from './secret-file';

/**
 * One secret in two places that are lost for different reasons: a file, which is asked first because it never waits for
 * another window, and IndexedDB. Whichever is left tells the other.
 */
export function twoBoxes(file: SecretFile, open: () => Promise<SecretBox>): SecretBox {
  let opened: Promise<SecretBox> | null = null;
  const openBox = (): Promise<SecretBox> => {
    opened ??= open();
    return opened;
  };
  const inFile = (): Promise<{ secret: string | null; error?: unknown }> =>
    file.load().then(
      (secret) => ({ secret }),
      (error: unknown) => {
        console.error('the secret’s file cannot be read', error);
        return { secret: null, error };
      },
    );
  return {
    load: async () => {
      const { secret, error } = await inFile();
      if (secret !== null) {
        void keepInStep(openBox, secret);
        return secret;
      }
      const boxed = await (await openBox()).load();
      if (boxed === null && error !== undefined) throw error; // not to be read is not to be without one
      if (boxed !== null)
        await file.save(boxed).catch((error: unknown) => console.error('the secret has one copy', error));
      return boxed;
    },
    save: async (secret) => {
      try {
        await file.save(secret);
      } catch (error) {
        console.error('the secret has one copy', error);
        await file.remove(); // an older secret that stayed there would be believed at the next start
        return (await openBox()).save(secret);
      }
      await keepInStep(openBox, secret);
    },
  };
}

async function keepInStep(openBox: () => Promise<SecretBox>, secret: string): Promise<void> {
  try {
    const box = await openBox();
    if ((await box.load()) !== secret) await box.save(secret);
  } catch (error) {
    console.error('the secret has one copy', error);
  }
}
