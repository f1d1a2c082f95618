import { z } from 'zod';

/** Where the utility's payment provider is, and the key that it and the server share. */
export interface PaymentPageSetting {
  url: string;
  key: string;
  /** The address by which the provider reaches this server; null: the one it listens on. */
  publicUrl: string | null;
}

const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/** https, or http on this very machine: the key proves who speaks, and hides nothing. */
const Address = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url));
});

const leastKey = 16; // characters

/**
 * What the environment says of the payment page; null: there is none.
 * @returns a sentence instead when it cannot be right
 */
export function paymentPageSetting(env: NodeJS.ProcessEnv): PaymentPageSetting | null | { sentence: string } {
  const { GHISEU_PAYMENT_PAGE_URL: url, GHISEU_PAYMENT_PAGE_KEY: key, GHISEU_PUBLIC_URL: publicUrl } = env;
  if (!url && !key) return null;
  if (!url || !key)
    return { sentence: 'Set GHISEU_PAYMENT_PAGE_URL and GHISEU_PAYMENT_PAGE_KEY both, or neither.' };
  if (key.length < leastKey)
    return { sentence: `GHISEU_PAYMENT_PAGE_KEY has fewer than ${leastKey} characters.` };
  for (const [name, value] of Object.entries({
    GHISEU_PAYMENT_PAGE_URL: url,
    GHISEU_PUBLIC_URL: publicUrl,
  })) {
    if (value && !Address.safeParse(value).success)
      return { sentence: `${name} is no https address (http is for this machine alone).` };
  }
  return { url, key, publicUrl: publicUrl || null };
}
