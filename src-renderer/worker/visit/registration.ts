import { checkRegistration, type RegistrationFacts } from '../../../shared/customer/registration-rules';
import type { Finding } from '../../../shared/metering/finding';
import type { Codes, RegistrationEntry } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { policyFor } from '../reading/policies';
import { accountOfCodes, checkCodes, plainCodes } from './check-codes';
import { plainCode, plainPassword } from './codes';
import type { VisitDesk } from './visit-desk';

/** Whose account the typed codes are of, as far as is known here. */
export type CodesOwner =
  | { outcome: 'known'; accountId: string; registered: boolean }
  | { outcome: 'wrong' }
  | { outcome: 'locked'; retryAfterMs: number }
  | { outcome: 'not-possible' };

/** As typed, with what stands for it here: during a visit by codes, codes that were left empty are the visit's. */
export async function codesIn(desk: VisitDesk, entry: Codes): Promise<Codes> {
  const typed = { clientCode: plainCode(entry.clientCode), internalCode: plainCode(entry.internalCode) };
  const { open } = desk.visit;
  const proof = open && desk.visit.shown(open.accountId)?.proof;
  if (!isSelfService(desk) || !open || proof?.kind !== 'codes') return typed;
  const clientCode = (await desk.local.get('accounts', open.accountId))?.clientCode ?? typed.clientCode;
  const isOfVisit = typed.clientCode === '' || typed.clientCode === clientCode;
  return isOfVisit && typed.internalCode === '' ? { clientCode, internalCode: proof.internalCode } : typed;
}

/** At a kiosk as at its entrance, where wrong tries count; at a counter by the account as it is here. */
export async function ownerOf(desk: VisitDesk, codes: Codes): Promise<CodesOwner> {
  if (!isSelfService(desk)) {
    const plain = plainCodes(codes);
    const account = plain && (await accountOfCodes(desk.local, plain));
    return account
      ? { outcome: 'known', accountId: account.id, registered: account.registered }
      : { outcome: 'wrong' };
  }
  const accountId = await shownInVisit(desk, codes);
  const checked =
    accountId === null ? await checkCodes(desk, codes) : { outcome: 'identified' as const, accountId };
  if (checked.outcome !== 'identified') return checked;
  const registered = (await desk.local.get('accounts', checked.accountId))?.registered ?? false;
  return { outcome: 'known', accountId: checked.accountId, registered };
}

/** The open account, when its visit was begun by these very codes: nothing is asked twice. */
async function shownInVisit({ visit, local }: VisitDesk, codes: Codes): Promise<string | null> {
  const { open } = visit;
  const proof = open && visit.shown(open.accountId)?.proof;
  if (!open || proof?.kind !== 'codes' || proof.internalCode !== codes.internalCode) return null;
  const account = await local.get('accounts', open.accountId);
  return account?.clientCode === codes.clientCode ? open.accountId : null;
}

/** What the rules say to an entry. @param owner null: nothing is said of its codes but that they are missing */
export async function registrationFindings(
  desk: VisitDesk,
  entry: RegistrationEntry,
  owner: CodesOwner | null,
): Promise<Finding[]> {
  const policy = await policyFor(desk.local, desk.clock.now());
  const password = plainPassword(entry.password);
  const passwordAgain = plainPassword(entry.passwordAgain);
  const identityDocument = isSelfService(desk) ? null : (entry.identityDocument ?? 'not-seen');
  const facts: RegistrationFacts = {
    ...entry,
    password: { password, passwordAgain, least: policy?.passwordLength ?? leastPassword },
    codesMatch: owner === null || owner.outcome === 'known',
    registered: owner?.outcome === 'known' && owner.registered && identityDocument === null,
    identityDocument,
  };
  return checkRegistration(facts);
}

/** Until a policy, which may ask for more, has arrived. */
export const leastPassword = 6;
