import type { Journal } from '../../../shared/journal/journal';
import type { Sentinel } from '../../../shared/journal/sentinel';
import type { Submission } from '../../../shared/model/submission';
import type { SealingKey, WaitingExport } from '../../../shared/sync/sealed-export';
import { formatsFor } from '../../../shared/text/format';
import { localDay } from '../../../shared/time/local-day';
import type { ExportOutcome } from '../../data/care-api';
import type { OwnLedger } from '../own/own-ledger';
import type { SubmissionsProjection } from '../own/submissions-projection';
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
  const { seal } = await import('../sealing/seal'); // kept out of what every start has to load
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
  /** The copy in the database: all there is where the journal cannot be read. */
  openProjection(): Promise<SubmissionsProjection>;
  boundMs: number;
  now: string;
}

/**
 * Exports where the start came to nothing: from the journal, and where that cannot be read from its projection. Which of
 * them have a verdict is not known, so that all go. Offered twice, a submission gets the verdict that it has.
 */
export async function exportUnstarted(outside: Outside): Promise<ExportOutcome> {
  const { boundMs, now } = outside;
  const mark = await within(boundMs, 'sentinel', readMark(outside)).catch(() => null);
  const submissions = await eitherCopy(outside);
  if (!submissions) return { outcome: 'journal-unreadable' };
  return exportSealed({
    submissions,
    deviceId: mark?.deviceId ?? submissions.at(-1)?.deviceId ?? null,
    foreignFirst: false,
    sealingKey: mark?.sealingKey ?? null,
    now,
  });
}

/** By `deviceSeq`; null where neither can be read. */
async function eitherCopy(outside: Outside): Promise<readonly Submission[] | null> {
  const { boundMs } = outside;
  try {
    const loading = outside.openJournal().then((journal) => journal.load());
    return (await within(boundMs, 'journal', loading)).submissions;
  } catch (error) {
    console.error('export: the journal cannot be read', error);
  }
  try {
    return await within(boundMs, 'submissions', readProjection(outside));
  } catch (error) {
    console.error('export: the database cannot be read either', error);
    return null;
  }
}

async function readProjection({ openProjection }: Outside): Promise<Submission[]> {
  const projection = await openProjection();
  try {
    return (await projection.all()).toSorted((a, b) => a.deviceSeq - b.deviceSeq);
  } finally {
    await projection.close();
  }
}

async function readMark({ openSentinel }: Outside) {
  const mark = await (await openSentinel()).read();
  return mark === 'damaged' ? null : mark;
}
