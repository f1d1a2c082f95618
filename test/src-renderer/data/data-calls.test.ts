import { expose, type Remote, wrap } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import { passOn } from '../../../src-renderer/data/data-calls';

const { port1, port2 } = new MessageChannel();
afterEach(() => {
  port1.close();
  port2.close();
});

test('a call reaches another thread, and its answer comes back', async () => {
  expose({ enrol: async (code: string) => ({ outcome: 'refused', reason: code }) }, port1);
  const entry = wrap(port2) as unknown as Remote<Record<string, (...args: unknown[]) => unknown>>;
  const api = passOn(async (call, args) => entry[call]?.(...args));
  expect(await api.enrol('code-unknown')).toEqual({ outcome: 'refused', reason: 'code-unknown' });
});
