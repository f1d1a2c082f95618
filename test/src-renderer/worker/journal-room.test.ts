import { afterEach, expect, test, vi } from 'vitest';
import { JournalRoom } from '../../../src-renderer/worker/journal/journal-room';
import { saveIndex } from '../../support/counter';
import { Machine } from '../../support/device';
import { kioskAtWork, kioskUtility, visitedBy } from '../../support/kiosk';

afterEach(() => vi.restoreAllMocks());

test('a kiosk whose disk is full says so before anybody types, and after a save that found no room', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { server } = await kioskUtility();
  const machine = new Machine();
  machine.journal.free = 1_000;
  const full = await kioskAtWork(server, { machine });
  await full.until('kiosk', null, ({ canSave }) => !canSave);
  await full.stop();

  machine.journal.free = Number.POSITIVE_INFINITY;
  const device = await kioskAtWork(server, { machine });
  await device.until('kiosk', null, ({ canSave }) => canSave);
  await visitedBy(device);
  machine.journal.failNextFlush = Object.assign(new Error('disk'), { code: 'ENOSPC' });
  expect(await saveIndex(device, 1, 1250)).toEqual({ outcome: 'not-saved', reason: 'no-space' });
  await device.until('kiosk', null, ({ canSave }) => !canSave);
  expect(await saveIndex(device, 1, 1250)).toMatchObject({ outcome: 'saved' });
  await device.until('kiosk', null, ({ canSave }) => canSave);
});

test('a disk that promised room and refused is believed to be full for ten minutes', async () => {
  let nowMs = 0;
  const room = new JournalRoom({ hasRoom: async () => true }, () => nowMs);
  room.refused();
  await room.look();
  expect(room.state$.value).toBe(false);
  nowMs = 10 * 60_000;
  await room.look();
  expect(room.state$.value).toBe(true);
});

test('where the room is not known, what was known stands', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const room = new JournalRoom({ hasRoom: () => Promise.reject(new Error('no answer')) }, () => 0);
  await room.look();
  expect(room.state$.value).toBe(true);
});
