import { expect, test } from 'vitest';
import { FileSentinel, type SentinelMark } from '../../../shared/journal/sentinel';
import { MemoryFile } from '../../support/memory-file';

const mark = (lastSeq: number): SentinelMark => ({
  databaseId: '7d3c1e0a-5a51-4a9e-9a9b-2f3a4b5c6d7e',
  deviceId: 'device-1',
  sealingKey: { kty: 'OKP', kid: 'key-1', crv: 'X25519', x: 'abc' },
  lastSeq,
  writtenAt: '2026-11-26T08:00:00.000Z',
});

const twoFiles = () => [new MemoryFile(), new MemoryFile()] as const;

test('a machine that never started has no mark', async () => {
  expect(await new FileSentinel(twoFiles()).read()).toBeNull();
});

test('the last mark written is read after a restart, with all of the server’s key', async () => {
  const files = twoFiles();
  const sentinel = new FileSentinel(files);
  for (const lastSeq of [1, 2, 3]) await sentinel.write(mark(lastSeq));
  expect(await new FileSentinel(files).read()).toEqual(mark(3));
});

test('a write torn at any byte leaves the mark before it', async () => {
  const files = twoFiles();
  const sentinel = new FileSentinel(files);
  await sentinel.write(mark(1));
  await sentinel.write(mark(2));
  const written = files.map((file) => file.readAll());
  for (const [place, torn] of files.entries()) {
    const whole = written[place] ?? new Uint8Array();
    const left = new Set<unknown>();
    for (let kept = 0; kept < whole.length - 1; kept += 1) {
      torn.bytes = whole.slice(0, kept);
      const read = await new FileSentinel(files).read();
      left.add(read === 'damaged' || read === null ? read : read.lastSeq);
    }
    torn.bytes = whole.slice();
    expect([...left]).toHaveLength(1);
    expect([1, 2]).toContain([...left][0]);
  }
});

test('where no mark can be read it is said to be damaged, not to be missing', async () => {
  const files = twoFiles();
  await new FileSentinel(files).write(mark(1));
  for (const file of files) file.bytes = file.bytes.map((byte) => byte ^ 1);
  const sentinel = new FileSentinel(files);
  expect(await sentinel.read()).toBe('damaged');
  await sentinel.write(mark(9));
  expect(await new FileSentinel(files).read()).toEqual(mark(9));
});

test('a flush that fails is no written mark, and the next write goes where it failed', async () => {
  const files = twoFiles();
  const sentinel = new FileSentinel(files);
  await sentinel.write(mark(1));
  for (const file of files) file.failNextFlush = new Error('EIO');
  await expect(sentinel.write(mark(2))).rejects.toThrow('EIO');
  const good = files.find((file) => file.failNextFlush !== null);
  const before = good?.readAll();
  await sentinel.write(mark(3));
  expect(good?.readAll()).toEqual(before);
  expect(await new FileSentinel(files).read()).toEqual(mark(3));
});
