import { expect, test, vi } from 'vitest';
import { answerCall, type ChannelHandlers } from '../../../src-main/channels/answer-call';

const ownFrame = { url: 'app://ghiseu/cont/1', parent: null };

function handlers(): ChannelHandlers {
  return {
    'machine:describe': vi.fn(() => ({ bootId: 'b', uptimeMs: 5 })),
    'secret:load': vi.fn(() => null),
    'secret:save': vi.fn(),
    'slip:print': vi.fn(() => 'printed' as const),
    'app:quit': vi.fn(),
  };
}

test('our own page gets the answer of the channel it calls', async () => {
  const call = { channel: 'machine:describe', sender: ownFrame, args: [] } as const;
  expect(await answerCall(handlers(), { ...call, args: [] })).toEqual({ bootId: 'b', uptimeMs: 5 });
});

test.each([
  ['a frame that is gone', null],
  ['a foreign page', { url: 'https://example.com/', parent: null }],
  ['a frame inside our page', { url: 'app://ghiseu/', parent: {} }],
  ['an empty page', { url: 'about:blank', parent: null }],
])('%s is refused before its arguments are looked at', async (_name, sender) => {
  const all = handlers();
  const call = answerCall(all, { channel: 'secret:save', sender, args: ['stolen'] });
  await expect(call).rejects.toThrow('own page only');
  expect(all['secret:save']).not.toHaveBeenCalled();
});

test.each([[[]], [[5]], [['x'.repeat(10_001)]], [['a', 'b']], [[{ toString: () => 'x' }]]])(
  'arguments that do not fit never reach the handler (%#)',
  async (args) => {
    const all = handlers();
    await expect(answerCall(all, { channel: 'secret:save', sender: ownFrame, args })).rejects.toThrow(
      'arguments',
    );
    expect(all['secret:save']).not.toHaveBeenCalled();
  },
);
