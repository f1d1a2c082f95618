import { and, count, eq, inArray } from 'drizzle-orm';
import type { Surface } from '../../shared/model/primitives';
import type { Db } from '../db/connect';
import { audit, devices, paymentOrders } from '../db/schema';
import { inTransaction } from '../db/transaction';
import { OperatorProblem } from '../operator-problem';
import { parseTerminalAddress } from '../terminal/terminal-address';

/** The address as it was given, when it is one. @throws OperatorProblem */
export function wantedTerminal(address: string, surface: string | undefined): string {
  const kiosk: Surface = 'self-service';
  if (surface !== kiosk) {
    throw new OperatorProblem(
      "Only a self-service device has a card terminal of the server's: at a counter the clerk uses it and types the number on its slip.",
    );
  }
  if (!parseTerminalAddress(address)) {
    throw new OperatorProblem(
      `${address} is no address of a card terminal: it is host:port, such as 192.168.1.20:9100.`,
    );
  }
  return address;
}

export interface WantedTerminal {
  id: string; // of the device
  address: string; // or `none`
  /** The same terminal, which knows what it charged, is reached there. */
  moved: boolean;
}

/**
 * Names a kiosk's card terminal, or none. Another terminal cannot tell what became of a payment that this one may have
 * charged, so it waits until that is settled.
 * @returns what is said of it. @throws OperatorProblem
 */
export async function placeTerminal(
  db: Db,
  { id, address, moved }: WantedTerminal,
  { actor, now }: { actor: string; now: string },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const [device] = await tx.select().from(devices).where(eq(devices.id, id)).for('update');
    if (!device) {
      throw new OperatorProblem(`There is no device ${id}. \`ghiseu device list\` names them all.`);
    }
    const terminalAddress = address === 'none' ? null : wantedTerminal(address, device.surface);
    const before = device.terminalAddress;
    const [unsettled] = await tx
      .select({ orders: count() })
      .from(paymentOrders)
      .where(
        and(
          eq(paymentOrders.deviceId, id),
          eq(paymentOrders.channel, 'terminal'),
          inArray(paymentOrders.state, ['open', 'unknown']),
        ),
      );
    const changes = before !== null && before !== terminalAddress;
    if (changes && (unsettled?.orders ?? 0) > 0 && !(moved && terminalAddress !== null)) {
      throw new OperatorProblem(
        `The terminal at ${before} has yet to tell what became of a payment. Wait until it has, or say --moved if it is the same terminal at another address.`,
      );
    }
    await tx.update(devices).set({ terminalAddress }).where(eq(devices.id, id));
    const detail = { before, after: terminalAddress };
    await tx.insert(audit).values({ at: now, actor, action: 'device-terminal', subject: id, detail });
    return terminalAddress === null
      ? `${device.name} has no card terminal any more.`
      : `${device.name} charges cards at ${terminalAddress}. It offers that from its next greeting on.`;
  });
}
