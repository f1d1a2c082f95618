import type { DayView } from '../../src-renderer/data/day-api';
import type { SubmissionState, SubmissionView } from '../../src-renderer/data/submission-view';
import type { SyncStatus } from '../../src-renderer/data/sync-status';
import type { FakeDrawer } from './fake-drawer';

const online: SyncStatus = {
  connection: { state: 'online' },
  lastExchangeAt: '2026-11-22T08:40:00.000Z',
  firstSync: null,
  accountsReady: true,
  searchIndex: 'ready',
  waiting: { submissions: 0, oldestAt: null },
  held: 0,
  refused: 0,
  storage: 'ok',
  clock: { offMs: null, unsure: false },
  rebuilding: null,
};

/** Which list of the screens a submission stands in. */
export function listOf(state: SubmissionState): 'waiting' | 'attention' | 'done' {
  if (state === 'kept' || state === 'sent') return 'waiting';
  return state === 'received' || state === 'superseded' ? 'done' : 'attention';
}

export const waitingOf = (own: readonly SubmissionView[]): SubmissionView[] =>
  own.filter(({ state }) => listOf(state) === 'waiting');

/** @param own newest first */
export function statusOf(own: readonly SubmissionView[], connection: Partial<SyncStatus>): SyncStatus {
  const waiting = waitingOf(own);
  return {
    ...online,
    waiting: { submissions: waiting.length, oldestAt: waiting.at(-1)?.capturedAt ?? null },
    held: own.filter(({ state }) => state === 'held').length,
    refused: own.filter(({ state }) => state === 'refused' || state === 'set-aside').length,
    ...connection,
  };
}

export interface FakeDay {
  day: string;
  own: SubmissionView[]; // newest first
  carriedOver: SubmissionView[];
  drawer: FakeDrawer;
}

export function dayOf({ day, own, carriedOver, drawer }: FakeDay): DayView {
  const waiting = waitingOf(own);
  const { closings, view, wholeDay, moneySinceClosed } = drawer;
  const closed = closings.at(-1);
  return {
    day,
    submissions: own,
    carriedOver,
    waiting: waiting.length,
    oldestWaitingAt: waiting.at(-1)?.capturedAt ?? null,
    closings,
    wholeDay,
    moneySinceClosed,
    sinceClosed: own.filter(({ capturedAt }) => closed && capturedAt > closed.at).length,
    drawer: view,
  };
}
