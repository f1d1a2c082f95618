import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Surface } from '../../shared/model/primitives';
import type { Device } from '../../shared/sync/device';
import type { Db, Transaction } from '../db/connect';
import { audit, deviceOffices, devices, enrolmentCodes, offices } from '../db/schema';
import { inTransaction } from '../db/transaction';
import { HttpProblem } from '../http/problem';
import { newToken, secretHash } from './secrets';

interface Enrolment {
  code: string;
  tokenKey: string;
  now: string;
}

interface Enrolled {
  device: Device;
  token: string;
}

/**
 * Makes a device out of an enrolment code and gives its token, once.
 * @throws HttpProblem `code-unknown`, `code-used`
 */
export async function enrolDevice(db: Db, enrolment: Enrolment): Promise<Enrolled> {
  return inTransaction(db, async (tx) => {
    const code = await spendCode(tx, secretHash(enrolment.tokenKey, enrolment.code));
    const token = newToken();
    const device = {
      id: randomUUID(),
      name: await nextName(tx, code.deviceName),
      surface: Surface.parse(code.surface),
    };
    await tx.insert(devices).values({
      ...device,
      tokenHash: secretHash(enrolment.tokenKey, token),
      enrolledAt: enrolment.now,
    });
    await tx
      .insert(deviceOffices)
      .values(code.officeIds.map((officeId) => ({ deviceId: device.id, officeId })));
    await tx.insert(audit).values({
      at: enrolment.now,
      deviceId: device.id,
      actor: `device:${device.id}`,
      action: 'device-enrolled',
      subject: device.id,
    });
    return { device: { ...device, offices: await officesOf(tx, device.id) }, token };
  });
}

/** Takes one use of a code; the row stays locked, so devices that enrol at once get different names. */
async function spendCode(tx: Transaction, codeHash: string) {
  const [code] = await tx
    .select()
    .from(enrolmentCodes)
    .where(eq(enrolmentCodes.codeHash, codeHash))
    .for('update');
  if (!code) throw new HttpProblem('code-unknown');
  if (code.usesLeft === 0) throw new HttpProblem('code-used');
  if (code.usesLeft !== null) {
    await tx
      .update(enrolmentCodes)
      .set({ usesLeft: code.usesLeft - 1 })
      .where(eq(enrolmentCodes.codeHash, codeHash));
  }
  return code;
}

/** `Ghișeu 1`, then `Ghișeu 1 (2)`: people must be able to tell devices apart. */
async function nextName(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx
    .select({ name: devices.name })
    .from(devices)
    .where(sql`starts_with(${devices.name}, ${wanted})`);
  const names = new Set(taken.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!names.has(name)) return name;
  }
}

const officesOf = (tx: Transaction, deviceId: string) =>
  tx
    .select({ id: offices.id, name: offices.name })
    .from(deviceOffices)
    .innerJoin(offices, eq(offices.id, deviceOffices.officeId))
    .where(eq(deviceOffices.deviceId, deviceId))
    .orderBy(offices.id);
