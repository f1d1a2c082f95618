import { expect, test, vi } from 'vitest';
import { spaceGuard } from '../../../src-renderer/worker/journal/space-guard';

test('a write that would leave less than the floor is refused, and space made free is seen at the next one', async () => {
  let free = 1_000;
  const takeRoom = await spaceGuard(async () => free, 900);
  await takeRoom(100);
  await expect(takeRoom(101)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  free = 2_000;
  await takeRoom(101);
});

test('a write does not wait for the figure while there is room', async () => {
  let told = Promise.resolve(10_000);
  const takeRoom = await spaceGuard(() => told, 900);
  let tell = (_bytes: number): void => undefined;
  told = new Promise((resolve) => (tell = resolve));
  for (let write = 0; write < 9; write += 1) await takeRoom(1_000);
  const short = takeRoom(1_000); // by what is known there is no more room
  tell(50_000);
  await short;
});

test('where the browser cannot tell, the medium itself decides', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const takeRoom = await spaceGuard(() => Promise.reject(new Error('no estimate')), 900);
  await takeRoom(1_000_000);
});
