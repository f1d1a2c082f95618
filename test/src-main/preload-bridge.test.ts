import { expect, test, vi } from 'vitest';
import { channels } from '../../shared/ipc/channels';
import type { KioskBridge } from '../../shared/ipc/kiosk-bridge';
import { makeBridge } from '../../src-main/preload-bridge';

test('each method of the page’s bridge calls its own channel with its arguments', async () => {
  const invoke = vi.fn(async () => 'answer');
  const bridge: KioskBridge = makeBridge(invoke);
  await bridge.describeMachine();
  await bridge.loadSecret();
  await bridge.saveSecret('s');
  await bridge.printSlip({ paper: 'a4' });
  await bridge.quit();
  expect(invoke.mock.calls).toEqual([
    ['machine:describe'],
    ['secret:load'],
    ['secret:save', 's'],
    ['slip:print', { paper: 'a4' }],
    ['app:quit'],
  ]);
});

test('the page gets one method for each channel and nothing else', () => {
  const bridge = makeBridge(async () => null);
  expect(Object.keys(bridge)).toHaveLength(Object.keys(channels).length);
  expect(Object.values(bridge).every((method) => typeof method === 'function')).toBe(true);
});
