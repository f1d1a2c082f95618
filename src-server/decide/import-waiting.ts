import { WaitingExport } from '../../shared/sync/sealed-export';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import { audit } from '../db/schema/audit';
import { type CallingDevice, devicesById } from '../devices/calling-device';
import { openSealed, UnopenedSeal } from '../sealing/open-sealed';
import { type DecidingContext, decideRows } from './decide-batch';

/** Why an export was not imported; nothing was done. */
export class ImportProblem extends Error {
  readonly reason: 'not-an-export' | 'other-server' | 'other-office';

  constructor(reason: ImportProblem['reason'], cause?: unknown) {
    super(`The export was not imported: ${reason}`, { cause });
    this.name = 'ImportProblem';
    this.reason = reason;
  }
}

export interface Imported {
  deviceId: string; // the one that made the submissions
  answers: SubmissionAnswer[];
}

interface Import {
  sealed: string;
  mostMs: number; // how long it may take
  /** Who hands it in, and through which device; null: on the server's own machine. */
  by: { actor: string; through: Pick<CallingDevice, 'id' | 'offices'> | null };
}

/**
 * Decides what waited on a device as if that device had sent it: it may be broken, lost or revoked. When it comes back
 * and sends the same, it gets the same verdicts. Anybody can seal a file in a device's name: so a counter hands in only
 * for devices of its own offices, and who acts in the file must have signed in on the device that it names.
 * @throws ImportProblem
 */
export async function importWaiting(
  context: DecidingContext,
  { sealed, by, mostMs }: Import,
): Promise<Imported> {
  const { database, clock } = context;
  const content = await opened(context, sealed);
  const { deviceId, submissions: rows } = content;
  const [device] = await devicesById(database, [deviceId]);
  if (!device) throw new ImportProblem('other-server', `there is no device ${deviceId}`);
  if (by.through && !shareOffice(by.through, device)) throw new ImportProblem('other-office');
  await database.db.insert(audit).values({
    at: clock.now(),
    deviceId: by.through?.id ?? null,
    actor: by.actor,
    action: 'waiting-imported',
    subject: deviceId,
    detail: { exportedAt: content.exportedAt, submissions: rows.length },
  });
  return { deviceId, answers: await decideRows(context, device, { rows, mostMs }) };
}

const shareOffice = (a: Pick<CallingDevice, 'offices'>, b: Pick<CallingDevice, 'offices'>): boolean =>
  a.offices.some(({ id }) => b.offices.some((office) => office.id === id));

async function opened({ database }: DecidingContext, sealed: string): Promise<WaitingExport> {
  try {
    return WaitingExport.parse(await openSealed(database.db, sealed.trim()));
  } catch (error) {
    const otherServer = error instanceof UnopenedSeal && error.reason === 'other-key';
    const unreadable = error instanceof UnopenedSeal || (error instanceof Error && error.name === 'ZodError');
    if (otherServer) throw new ImportProblem('other-server', error);
    throw unreadable ? new ImportProblem('not-an-export', error) : error;
  }
}
