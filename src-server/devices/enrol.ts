import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { Surface } from '../../shared/model/primitives';
import type { Device } from '../../shared/sync/device';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { deviceOffices, devices, enrolmentCodes } from '../db/schema/devices';
import { offices } from '../db/schema/offices';
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
    const code = await spendCode(tx, enrolment);
    const token = newToken();
    const known = {
      tokenHash: secretHash(enrolment.tokenKey, token),
      enrolledAt: enrolment.now,
    };
    const deviceId = code.replacesDeviceId
      ? await replaceDevice(tx, code.replacesDeviceId, known)
      : await addDevice(tx, code, known);
    await tx.insert(audit).values({
      at: enrolment.now,
      deviceId,
      actor: `device:${deviceId}`,
      action: code.replacesDeviceId ? 'device-replaced' : 'device-enrolled',
      subject: deviceId,
    });
    return { device: await deviceOf(tx, deviceId), token };
  });
}

type Code = typeof enrolmentCodes.$inferSelect;
type Known = Pick<typeof devices.$inferInsert, 'tokenHash' | 'enrolledAt'>;

async function addDevice(tx: Transaction, code: Code, known: Known): Promise<string> {
  const id = randomUUID();
  const name = await nextName(tx, code.deviceName);
  const { terminalAddress } = code;
  const surface = Surface.parse(code.surface);
  await tx.insert(devices).values({ id, name, surface, terminalAddress, ...known });
  await tx.insert(deviceOffices).values(code.officeIds.map((officeId) => ({ deviceId: id, officeId })));
  return id;
}

/** The same device with another machine or key: from now on its old token is nobody's. */
async function replaceDevice(tx: Transaction, id: string, known: Known): Promise<string> {
  await tx
    .update(devices)
    .set({ ...known, revokedAt: null })
    .where(eq(devices.id, id));
  return id;
}

/** Takes one use of a code, in whatever case it was typed; the row stays locked, so devices that enrol at once get different names. */
async function spendCode(tx: Transaction, { code: typed, tokenKey }: Enrolment): Promise<Code> {
  const hashes = [typed, typed.toUpperCase()].map((text) => secretHash(tokenKey, text));
  const [code] = await tx
    .select()
    .from(enrolmentCodes)
    .where(inArray(enrolmentCodes.codeHash, hashes))
    .for('update');
  if (!code) throw new HttpProblem('code-unknown');
  if (code.usesLeft === 0) throw new HttpProblem('code-used');
  if (code.usesLeft !== null) {
    await tx
      .update(enrolmentCodes)
      .set({ usesLeft: code.usesLeft - 1 })
      .where(eq(enrolmentCodes.codeHash, code.codeHash));
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

async function deviceOf(tx: Transaction, deviceId: string): Promise<Device> {
  const [device] = await tx
    .select({ id: devices.id, name: devices.name, surface: devices.surface })
    .from(devices)
    .where(eq(devices.id, deviceId));
  if (!device) throw new Error(`There is no device ${deviceId}.`);
  return { ...device, surface: Surface.parse(device.surface), offices: await officesOf(tx, deviceId) };
}

const officesOf = (tx: Transaction, deviceId: string) =>
  tx
    .select({ id: offices.id, name: offices.name })
    .from(deviceOffices)
    .innerJoin(offices, eq(offices.id, deviceOffices.officeId))
    .where(eq(deviceOffices.deviceId, deviceId))
    .orderBy(offices.id);
