import type { WebContentsPrintOptions } from 'electron';
import type { PrintJob, PrintOutcome } from '../../shared/ipc/print';

/** What printing needs of Electron's page. */
export interface PrintablePage {
  getPrintersAsync(): Promise<{ name: string }[]>;
  print(options: WebContentsPrintOptions, done: (success: boolean, reason: string) => void): void;
}

interface PrintOrder {
  job: PrintJob;
  /** By the system's name; null: the system's default. */
  printer: string | null;
  warn: (...what: unknown[]) => void;
}

const patienceMs = 30_000;

/**
 * Prints what the page shows for print, without a dialogue. Silent printing ignores the printer's own settings, so the
 * page's size is said; and Chromium's answer may never come, so that it is waited for only so long.
 */
export async function printPage(
  page: PrintablePage,
  { job, printer, warn }: PrintOrder,
): Promise<PrintOutcome> {
  try {
    const printers = await inTime(page.getPrintersAsync());
    const there = printer === null ? printers.length > 0 : printers.some(({ name }) => name === printer);
    if (!there) {
      warn(printer === null ? 'There is no printer' : `There is no printer “${printer}”`);
      return 'not-available';
    }
    await inTime(printed(page, { ...sizeOf(job), ...(printer === null ? {} : { deviceName: printer }) }));
    return 'printed';
  } catch (error) {
    warn('A sheet was not printed', error);
    return 'failed';
  }
}

const micronsPerMm = 1000;
const rollWidthMm = 80;

const sizeOf = (job: PrintJob): WebContentsPrintOptions => ({
  silent: true,
  printBackground: false,
  margins: { marginType: 'none' },
  pageSize:
    job.paper === 'a4'
      ? 'A4'
      : { width: rollWidthMm * micronsPerMm, height: Math.ceil(job.lengthMm * micronsPerMm) },
});

const printed = (page: PrintablePage, options: WebContentsPrintOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    page.print(options, (success, reason) => (success ? resolve() : reject(new Error(reason))));
  });

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the printer did not answer in time')), patienceMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
