import { and, eq, sql } from 'drizzle-orm';
import type { Surface } from '../../shared/model/primitives';
import type { Db } from '../db/connect';
import { devices, enrolmentCodes } from '../db/schema/devices';
import { readTokenKey } from '../db/server-state';
import { saveEnrolmentCode } from '../devices/administer';
import { secretHash } from '../devices/secrets';

export interface DemoDevice {
  code: string;
  /** What the place is called on the console. */
  label: string;
  deviceName: string;
  surface: Surface;
  officeIds: string[];
}

/** Each code is good for any number of devices, so that every browser profile becomes one of its own. */
export const demoDevices: readonly [DemoDevice, ...DemoDevice[]] = [
  {
    code: 'ghiseu-petrosani',
    label: 'Counter in Petroșani',
    deviceName: 'Ghișeu Petroșani',
    surface: 'counter',
    officeIds: ['petrosani'],
  },
  {
    code: 'ghiseu-lupeni',
    label: 'Counter in Lupeni',
    deviceName: 'Ghișeu Lupeni',
    surface: 'counter',
    officeIds: ['lupeni'],
  },
  {
    code: 'infochiosc-petrosani',
    label: 'Kiosk in Petroșani',
    deviceName: 'Infochioșc Petroșani',
    surface: 'self-service',
    officeIds: ['petrosani'],
  },
];

/** @param terminalAddress of the simulated card terminal beside the kiosk; null: there is none */
export async function saveDemoDevices(
  db: Db,
  { now, terminalAddress }: { now: string; terminalAddress: string | null },
): Promise<void> {
  for (const { code, deviceName, surface, officeIds } of demoDevices) {
    const address = surface === 'self-service' ? terminalAddress : null;
    const values = { code, deviceName, surface, officeIds, terminalAddress: address, usesLeft: null, now };
    await saveEnrolmentCode(db, values);
    if (surface === 'self-service') await moveTerminal(db, code, address);
  }
}

/** The simulated terminal has another port at each start. A device that was given another terminal, or none, keeps that. */
async function moveTerminal(db: Db, code: string, terminalAddress: string | null): Promise<void> {
  const ofCode = eq(enrolmentCodes.codeHash, secretHash(await readTokenKey(db), code));
  await db.transaction(async (tx) => {
    const [known] = await tx.select().from(enrolmentCodes).where(ofCode).for('update');
    const before = known?.terminalAddress ?? null;
    await tx.update(enrolmentCodes).set({ terminalAddress }).where(ofCode);
    await tx
      .update(devices)
      .set({ terminalAddress })
      .where(
        and(
          eq(devices.surface, 'self-service'),
          sql`${devices.terminalAddress} is not distinct from ${before}`,
        ),
      );
  });
}

export const addressFor = (serverUrl: string, { code }: DemoDevice): string =>
  `${serverUrl}/#enrol=${encodeURIComponent(code)}`;
