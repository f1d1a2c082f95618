import type { Journal } from '../../../shared/journal/journal';
import type { Sentinel } from '../../../shared/journal/sentinel';
import type { Submission } from '../../../shared/model/submission';
import type { SealingKey, WaitingExport } from '../../../shared/sync/sealed-export';
import { formatsFor } from '../../../shared/text/format';
import { localDay } from '../../../shared/time/local-day';
import type { ExportOutcome } from '../../data/data-api';
import type { OwnLedger } from '../own/own-ledger';
import { within } from './within';

const timeZone = 'Europe/Bucharest';

export interface ToExport {
  submissions: readonly Submission[]; // without a known verdict
  /** Who this device is now; null: not known. */
  deviceId: string | null;
  /** Made under another name, which only an import can bring in: these go first. */
  foreignFirst: boolean;
  sealingKey: SealingKey | null;
  now: string; // Instant
}

/** A file holds the submissions of one device: the name it waits under is how the server finds it. */
export async function exportSealed(waiting: ToExport): Promise<ExportOutcome> {
  const { sealingKey, now } = waiting;
  const deviceId = exportedDevice(waiting);
  if (deviceId === null) return { outcome: 'nothing-waits' };
  if (!sealingKey) return { outcome: 'no-key' };
  const submissions = waiting.submissions.filter((submission) => submission.deviceId === deviceId);
  const content: WaitingExport = {
    ...{ format: 'ghiseu-waiting', version: 1, deviceId, exportedAt: now },
    submissions: [...submissions],
  };
  const { seal } = await import('./seal'); // kept out of what every start has to load
  const sealed = await seal(content, sealingKey);
  return { outcome: 'exported', fileName: fileName(deviceId, now), sealed, submissions: submissions.length };
}

function exportedDevice({ submissions, deviceId, foreignFirst }: ToExport): string | null {
  const foreign = submissions.find((submission) => submission.deviceId !== deviceId);
  const own = submissions.find((submission) => submission.deviceId === deviceId);
  const [first, second] = foreignFirst ? [foreign, own] : [own, foreign];
  return (first ?? second)?.deviceId ?? null;
}

/** `ghiseu-asteptare-<device>-<yyyy-mm-dd-hhmm>.jwe` */
function fileName(deviceId: string, now: string): string {
  const device = deviceId.replace(/[^a-zA-Z0-9-]/g, '_');
  const time = formatsFor('ro', timeZone).clockTime(now).replace(':', '');
  return `ghiseu-asteptare-${device}-${localDay(now, timeZone)}-${time}.jwe`;
}

/** What has no verdict, set aside or not. */
export const withoutVerdict = (ledger: OwnLedger): Submission[] =>
  ledger.all.filter(({ id }) => !ledger.verdicts.has(id));

export interface Outside {
  openJournal(): Promise<Journal>;
  openSentinel(): Promise<Sentinel>;
  boundMs: number;
  now: string;
}

/**
 * Exports from the journal and the sentinel alone, where no database opens: which of them have a verdict is not known,
 * so that all go. Offered twice, a submission gets the verdict that it has.
 */
export async function exportWithoutDatabases(outside: Outside): Promise<ExportOutcome> {
  const { boundMs, now } = outside;
  const mark = await within(boundMs, 'sentinel', readMark(outside)).catch(() => null);
  const journal = outside.openJournal().then((opened) => opened.load());
  const loaded = await within(boundMs, 'journal', journal).catch((error: unknown) => {
    console.error('export: the journal cannot be read', error);
    return null;
  });
  if (!loaded) return { outcome: 'journal-unreadable' };
  return exportSealed({
    submissions: loaded.submissions,
    deviceId: mark?.deviceId ?? loaded.submissions.at(-1)?.deviceId ?? null,
    foreignFirst: false,
    sealingKey: mark?.sealingKey ?? null,
    now,
  });
}

async function readMark({ openSentinel }: Outside) {
  const mark = await (await openSentinel()).read();
  return mark === 'damaged' ? null : mark;
}
