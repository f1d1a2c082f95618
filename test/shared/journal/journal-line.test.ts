import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../shared/journal/crc32';
import { decodeLines, encodeLine } from '../../../shared/journal/journal-line';
import type { Submission } from '../../../shared/model/submission';

const submission = (deviceSeq: number, note = 'bună ziua'): Submission => ({
  id: `019a0000-0000-7000-8000-${String(deviceSeq).padStart(12, '0')}`,
  deviceId: 'device-1',
  deviceSeq,
  kind: 'note',
  payload: { note },
  capturedAt: '2026-11-26T08:00:00.000Z',
  clock: { deviceTime: '2026-11-26T08:00:00.000Z', offsetMs: 0, offsetAgeMs: 0, restarted: false },
  actor: { kind: 'customer' },
  onBehalfOf: null,
  confirmed: [],
  rulesVersion: 1,
  policyVersion: 'policy-1',
  receiptNumber: '7F3K2M9Q4XA',
});

test('the checksum is CRC-32 as everybody computes it', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926');
});

test('what was written is read again, whatever the text in it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (notes) => {
      const written = notes.map((note, place) => submission(place + 1, note));
      const bytes = Uint8Array.from(written.flatMap((one) => [...encodeLine(one)]));
      expect(decodeLines(bytes)).toMatchObject({ submissions: written, setAside: [] });
    }),
  );
});

test('a line torn anywhere is set aside and the earlier ones stay good', () => {
  const first = encodeLine(submission(1));
  const second = encodeLine(submission(2));
  for (let kept = 1; kept < second.length - 1; kept += 1) {
    const decoded = decodeLines(Uint8Array.from([...first, ...second.slice(0, kept)]));
    expect(decoded.submissions.map(({ deviceSeq }) => deviceSeq)).toEqual([1]);
    expect(decoded.setAside).toHaveLength(1);
  }
});

test('a damaged line is set aside and the later ones stay good', () => {
  const damaged = encodeLine(submission(1));
  damaged[30] = (damaged[30] ?? 0) ^ 1;
  const decoded = decodeLines(Uint8Array.from([...damaged, ...encodeLine(submission(2))]));
  expect(decoded.submissions.map(({ deviceSeq }) => deviceSeq)).toEqual([2]);
  expect(decoded.setAside).toHaveLength(1);
});

test('a line of zeros, whose checksum fits, is set aside like any other damage', () => {
  const decoded = decodeLines(
    Uint8Array.from([...new TextEncoder().encode('00000000 \n'), ...encodeLine(submission(1))]),
  );
  expect(decoded.submissions).toHaveLength(1);
  expect(decoded.setAside).toEqual(['00000000 ']);
});
