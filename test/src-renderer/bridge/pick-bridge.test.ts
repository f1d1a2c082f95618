import { proxy } from 'comlink';
import { expect, test } from 'vitest';
import { bridgeName } from '../../../shared/ipc/kiosk-bridge';
import { pickBridge } from '../../../src-renderer/bridge/pick-bridge';

test('Electron’s frozen bridge can be handed to the data worker', async () => {
  const frozen = Object.freeze({ loadSecret: async () => 's' });
  const { bridge, hasJournal } = pickBridge({ [bridgeName]: frozen });
  expect(hasJournal).toBe(true);
  expect(await proxy(bridge).loadSecret()).toBe('s');
});

test('a plain browser keeps its own journal and secret', () => {
  expect(pickBridge({})).toMatchObject({ hasJournal: false });
});
