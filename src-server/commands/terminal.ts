import { and, eq, inArray } from 'drizzle-orm';
import type { Surface } from '../../shared/model/primitives';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';
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
 * charged, so it waits until that is settled, by the terminal or by a person who has looked.
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
    if (before !== null && before !== terminalAddress)
      await checkUnsettled(tx, id, { address: before, moved: moved && terminalAddress !== null });
    await tx.update(devices).set({ terminalAddress }).where(eq(devices.id, id));
    const detail = { before, after: terminalAddress };
    await tx.insert(audit).values({ at: now, actor, action: 'device-terminal', subject: id, detail });
    return terminalAddress === null
      ? `${device.name} has no card terminal any more.`
      : `${device.name} charges cards at ${terminalAddress}. It offers that from its next greeting on.`;
  });
}

/** @throws OperatorProblem when this terminal may have charged a card and has not told so yet */
async function checkUnsettled(
  tx: Transaction,
  deviceId: string,
  { address, moved }: Pick<WantedTerminal, 'address' | 'moved'>,
): Promise<void> {
  const unsettled = await tx
    .select({ state: paymentOrders.state })
    .from(paymentOrders)
    .where(
      and(
        eq(paymentOrders.deviceId, deviceId),
        eq(paymentOrders.channel, 'terminal'),
        inArray(paymentOrders.state, ['open', 'unknown']),
      ),
    );
  if (moved || unsettled.length === 0) return;
  if (unsettled.some(({ state }) => state === 'unknown'))
    throw new OperatorProblem(
      `The terminal at ${address} has yet to tell what became of a payment, and no other one knows. Say --moved if it is the same terminal at another address; else wait until it has; when it never will, look at its own list and say so with \`ghiseu payment settle\` (\`ghiseu payment list\` names them).`,
    );
  throw new OperatorProblem(
    `The terminal at ${address} is waiting for a card. Wait until that is over, or say --moved if it is the same terminal at another address.`,
  );
}
