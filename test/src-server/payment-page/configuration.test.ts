import { expect, test } from 'vitest';
import { paymentPageSetting } from '../../../src-server/payment-page/configuration';

const key = 'sixteen-characters';
const setting = (url?: string, given: string | undefined = key, publicUrl?: string) =>
  paymentPageSetting({
    ...(url === undefined ? {} : { GHISEU_PAYMENT_PAGE_URL: url }),
    ...(given === undefined ? {} : { GHISEU_PAYMENT_PAGE_KEY: given }),
    ...(publicUrl === undefined ? {} : { GHISEU_PUBLIC_URL: publicUrl }),
  });

test('without an address and a key there is no payment page', () => {
  expect(paymentPageSetting({})).toBeNull();
  expect(paymentPageSetting({ GHISEU_PUBLIC_URL: 'https://ghiseu.example' })).toBeNull();
});

test('an address and a key make one; http is for this machine', () => {
  for (const url of ['https://plati.example/api', 'http://localhost:8080', 'http://127.0.0.1:1'])
    expect(setting(url)).toEqual({ url, key, publicUrl: null });
  expect(setting('https://plati.example', key, 'https://ghiseu.example')).toMatchObject({
    publicUrl: 'https://ghiseu.example',
  });
});

test.each([
  [undefined, key, undefined, 'both, or neither'],
  ['https://plati.example', '', undefined, 'both, or neither'],
  ['https://plati.example', 'short', undefined, 'fewer than 16 characters'],
  ['http://plati.example', key, undefined, 'GHISEU_PAYMENT_PAGE_URL is no https address'],
  ['plati', key, undefined, 'GHISEU_PAYMENT_PAGE_URL is no https address'],
  ['https://plati.example', key, 'http://ghiseu.example', 'GHISEU_PUBLIC_URL is no https address'],
])('%j with the key %j, reached at %j: %s', (url, given, publicUrl, sentence) => {
  expect(setting(url, given, publicUrl)).toMatchObject({ sentence: expect.stringContaining(sentence) });
});
