import { expect, test } from 'vitest';
import type { AccountView, MeterView } from '../../../../src-renderer/data/account-view';
import { readingWords } from '../../../../src-renderer/screens/kiosk/home/tile-words';

const windowNow = { period: '2026-11', from: '2026-11-25', to: '2026-11-30', groups: 'all' };

/** What the tile looks at of a house with one meter. */
const houseWith = (current: MeterView['current'], state: 'kept' | 'received' | null = null): AccountView =>
  ({
    account: { dwelling: 'house', status: 'active' },
    meters: [
      {
        meter: { status: 'installed', remote: false },
        window: windowNow,
        current,
        currentSubmission: state && { state },
      },
    ],
  }) as unknown as AccountView;

const sent = { index: 240, source: 'customer' } as MeterView['current'];

test.each([
  ['nothing was sent', houseWith(null), 'open', 'noRoom'],
  ['it waits here', houseWith(sent, 'kept'), 'kept', 'kept'],
  ['it has arrived', houseWith(sent, 'received'), 'sent', 'stays'],
] as const)('where %s a full disk takes back no more than what it prevents', (_, view, withRoom, without) => {
  expect(readingWords(view, { canSave: true })).toEqual({ state: withRoom });
  expect(readingWords(view, { canSave: false })).toEqual({ state: without });
});
