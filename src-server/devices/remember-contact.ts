import { eq } from 'drizzle-orm';
import { devices } from '../db/schema/devices';
import type { ServerContext } from '../server-context';

/** For the list of devices: when this one was last heard of. */
export async function rememberContact(
  { database, clock }: ServerContext,
  { id }: { id: string },
): Promise<void> {
  await database.db.update(devices).set({ lastExchangeAt: clock.now() }).where(eq(devices.id, id));
}
