import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { Surface } from '../../shared/model/primitives';
import type { Db } from '../db/connect';
import { audit } from '../db/schema/audit';
import { deviceOffices, devices } from '../db/schema/devices';
import { offices } from '../db/schema/offices';
import { readTokenKey } from '../db/server-state';
import { type NewEnrolmentCode, saveEnrolmentCode } from '../devices/administer';
import { newEnrolmentCode, newToken, secretHash } from '../devices/secrets';
import { OperatorProblem } from '../operator-problem';
import { wantedTerminal } from './terminal';

export interface WantedEnrolment {
  office?: string[];
  surface?: Surface;
  name?: string;
  /** `host:port` of the card terminal beside a kiosk. */
  terminal?: string;
  /** The id of the device that is replaced; nothing else is given then, but for one that we do not know any more. */
  replace?: string;
}

type Place = Pick<
  NewEnrolmentCode,
  'deviceName' | 'surface' | 'officeIds' | 'replacesDeviceId' | 'terminalAddress'
>;

/** Makes a one-time code, whose hash alone is kept. @throws OperatorProblem when what is wanted cannot be */
export async function makeEnrolmentCode(
  db: Db,
  wanted: WantedEnrolment,
  { actor, now }: { actor: string; now: string },
): Promise<{ code: string; sentence: string }> {
  const place = wanted.replace === undefined ? await newPlace(db, wanted) : await samePlace(db, wanted, now);
  const code = newEnrolmentCode();
  await saveEnrolmentCode(db, { ...place, code, usesLeft: 1, now });
  const detail = { surface: place.surface, officeIds: place.officeIds };
  const subject = place.replacesDeviceId ?? place.deviceName;
  await db.insert(audit).values({ at: now, actor, action: 'enrolment-code-made', subject, detail });
  const becomes = place.replacesDeviceId
    ? `becomes ${place.deviceName} itself: from then on its old key opens nothing.`
    : `becomes ${place.deviceName}.`;
  return { code, sentence: `The machine on which this code is typed, once, ${becomes}` };
}

async function newPlace(db: Db, { office = [], surface, name, terminal }: WantedEnrolment): Promise<Place> {
  if (office.length === 0 || !surface || !name?.trim()) {
    throw new OperatorProblem(
      'Say where the device stands: --office, --surface and --name, or --replace with its id.',
    );
  }
  if (name.length > 90) throw new OperatorProblem('The name is longer than 90 characters.');
  const terminalAddress = terminal === undefined ? null : wantedTerminal(terminal, surface);
  const officeIds = [...new Set(office)].toSorted();
  const known = await db.select({ id: offices.id }).from(offices).where(inArray(offices.id, officeIds));
  const unknown = officeIds.filter((id) => !known.some((row) => row.id === id));
  if (unknown.length > 0) {
    const all = await db.select({ id: offices.id }).from(offices).orderBy(offices.id);
    throw new OperatorProblem(
      `There is no office ${unknown.join(', ')}. There are: ${all.map(({ id }) => id).join(', ') || 'none'}.`,
    );
  }
  return { deviceName: name.trim(), surface, officeIds, terminalAddress };
}

async function samePlace(db: Db, wanted: WantedEnrolment, now: string): Promise<Place> {
  const { replace = '', office, surface, name, terminal } = wanted;
  const [device] = await db.select().from(devices).where(eq(devices.id, replace));
  const placed = office || surface || name || terminal;
  if (!device) {
    if (placed && z.uuid().safeParse(replace).success) return lostPlace(db, { ...wanted, replace }, now);
    throw new OperatorProblem(
      `There is no device ${replace}. \`ghiseu device list\` names them all. One that this database was restored without comes back with its --office, --surface and --name.`,
    );
  }
  if (placed) {
    throw new OperatorProblem(
      'With --replace the device keeps its offices, its surface, its name and its card terminal: leave them out.',
    );
  }
  const served = await db
    .select({ officeId: deviceOffices.officeId })
    .from(deviceOffices)
    .where(eq(deviceOffices.deviceId, device.id));
  return {
    deviceName: device.name,
    surface: Surface.parse(device.surface),
    officeIds: served.map(({ officeId }) => officeId),
    replacesDeviceId: device.id,
  };
}

/**
 * A device that was enrolled after the backup from which the database was restored: known again under the id that its
 * journal names, so that what it asked can come in. No token opens it until the code is redeemed.
 */
async function lostPlace(db: Db, wanted: WantedEnrolment & { replace: string }, now: string): Promise<Place> {
  const place = await newPlace(db, wanted);
  const { deviceName, surface, officeIds, terminalAddress } = place;
  const id = wanted.replace;
  const tokenHash = secretHash(await readTokenKey(db), newToken());
  await db.transaction(async (tx) => {
    const device = { id, name: deviceName, surface, tokenHash, terminalAddress };
    await tx.insert(devices).values({ ...device, enrolledAt: now });
    await tx.insert(deviceOffices).values(officeIds.map((officeId) => ({ deviceId: id, officeId })));
  });
  return { ...place, replacesDeviceId: id };
}
