import type { WebContentsPrintOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PrintablePage, printPage } from '../../../src-main/print/print-page';

const slip = { paper: 'slip', lengthMm: 142.3 } as const;
const warn = vi.fn();

/** A page whose printer answers as told; `never`: not at all. */
function page(answer: 'done' | 'jam' | 'never', printers = ['EPSON TM-T20']) {
  const jobs: WebContentsPrintOptions[] = [];
  const made: PrintablePage = {
    getPrintersAsync: async () => printers.map((name) => ({ name })),
    print: (options, done) => {
      jobs.push(options);
      if (answer !== 'never') done(answer === 'done', answer === 'jam' ? 'paper jam' : '');
    },
  };
  return { ...made, jobs };
}

beforeEach(() => {
  vi.useFakeTimers();
  warn.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a slip is printed silently, 80 mm wide and as long as it is, on the printer that was named', async () => {
  const printing = page('done');
  expect(await printPage(printing, { job: slip, printer: 'EPSON TM-T20', warn })).toBe('printed');
  expect(printing.jobs).toEqual([
    expect.objectContaining({
      silent: true,
      deviceName: 'EPSON TM-T20',
      pageSize: { width: 80_000, height: 142_300 },
    }),
  ]);
});

test('without a name the system’s default printer prints, and a sheet is A4', async () => {
  const printing = page('done');
  expect(await printPage(printing, { job: { paper: 'a4' }, printer: null, warn })).toBe('printed');
  expect(printing.jobs[0]).toMatchObject({ pageSize: 'A4' });
  expect(printing.jobs[0]).not.toHaveProperty('deviceName');
});

test.each([
  ['no printer at all', null, []],
  ['not the one that was named', 'Star TSP100', ['EPSON TM-T20']],
])('%s: nothing is sent anywhere, and it is said', async (_name, printer, printers) => {
  const printing = page('done', printers);
  expect(await printPage(printing, { job: slip, printer, warn })).toBe('not-available');
  expect(printing.jobs).toEqual([]);
  expect(warn).toHaveBeenCalledOnce();
});

test('a printer that fails is a failed print', async () => {
  expect(await printPage(page('jam'), { job: slip, printer: null, warn })).toBe('failed');
  expect(warn).toHaveBeenCalledWith('A sheet was not printed', new Error('paper jam'));
});

test('a printer that never answers is a failed print, after a while', async () => {
  const outcome = printPage(page('never'), { job: slip, printer: null, warn });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await outcome).toBe('failed');
});
