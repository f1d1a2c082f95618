import type { Actor } from '../../../shared/model/submission';
import type { DeviceClock } from '../clock';
import { type Enrolled, isSelfService } from '../device/surface';
import type { Session } from '../sign-in/session';
import { proofNow } from './session-token';
import type { Visit } from './visit';

interface Present {
  enrolled: Enrolled;
  session: Session;
  visit: Visit;
}

export const theCustomer: Actor = { kind: 'customer' };

/** Who asks: at a counter the person who is signed in, at a kiosk the customer whose visit is open. */
export function authorOf(present: Present): Actor | null {
  if (isSelfService(present)) return present.visit.open ? theCustomer : null;
  const { staff } = present.session;
  return staff ? { kind: 'staff', staffId: staff.id, displayName: staff.displayName } : null;
}

/** Whether somebody may record an index for an account: at a kiosk a sign-in that has ended proves nothing any more. */
export const mayRecordFor = (present: Present & { clock: DeviceClock }, accountId: string): boolean =>
  authorOf(present) !== null && (!isSelfService(present) || proofNow(present, accountId) !== null);

/** Whether an account may be shown and asked for: a kiosk serves nobody but who stands there. */
export const isServed = (present: Pick<Present, 'enrolled' | 'visit'>, accountId: string): boolean =>
  !isSelfService(present) || present.visit.opens(accountId);
