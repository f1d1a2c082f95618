import type { Account } from '../../../shared/model/account';
import { IdentifyRequest, IdentifyResponse } from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import type { Codes, IdentifyOutcome } from '../../data/visit-api';
import type { LocalData } from '../db/local-data';
import { policyFor } from '../reading/policies';
import { ExchangeError } from '../sync/exchange-error';
import { internalCodeHint, plainCode } from './codes';
import { asked, lockedBy, type VisitDesk } from './visit-desk';
import type { TriesBound } from './wrong-tries';

/**
 * Whether two typed codes are those of one account: by the server, and where it cannot be asked by the few bits that
 * this device holds. A wrong try counts either way, so that unplugging the network gives nobody new ones.
 */
export async function checkCodes(desk: VisitDesk, typed: Codes): Promise<IdentifyOutcome> {
  const codes = plainCodes(typed);
  if (!codes) return { outcome: 'wrong' };
  const { wrongTries, clock } = desk;
  return wrongTries.inTurn(async () => {
    const bound = await boundOf(desk);
    const { clientCode } = codes;
    const retryAfterMs = await wrongTries.remainingMs(clientCode, clock.nowMs(), bound);
    if (retryAfterMs > 0) return { outcome: 'locked', retryAfterMs };
    const outcome = (await checkedByServer(desk, codes)) ?? (await checkedByDevice(desk, codes));
    if (outcome.outcome === 'wrong') await wrongTries.failed(clientCode, clock.nowMs(), bound);
    if (outcome.outcome === 'identified') await wrongTries.succeeded(clientCode);
    return outcome;
  });
}

/** Null when one of them cannot be a code at all. */
export function plainCodes({ clientCode, internalCode }: Codes): Codes | null {
  const plain = { clientCode: plainCode(clientCode), internalCode: plainCode(internalCode) };
  return IdentifyRequest.safeParse(plain).data ?? null;
}

/** Null when the server cannot be asked. */
async function checkedByServer(desk: VisitDesk, codes: Codes): Promise<IdentifyOutcome | null> {
  const connection = desk.connection.state$.value;
  if (connection.state === 'offline' && connection.reason === 'unreachable') return null; // nobody waits for that
  const answer = await asked(desk, { path: routes.identify, body: codes, reply: IdentifyResponse });
  if (!(answer instanceof ExchangeError))
    return { outcome: 'identified', accountId: answer.accountId, checkedBy: 'server' };
  const locked = lockedBy(answer);
  if (locked) return locked;
  if (answer.code === 'wrong-credentials' || answer.code === 'bad-request') return { outcome: 'wrong' };
  const isElsewhere = answer.kind !== 'refused' || answer.code === 'not-found';
  return isElsewhere ? null : { outcome: 'not-possible' }; // this device itself is not let in
}

async function checkedByDevice(desk: VisitDesk, codes: Codes): Promise<IdentifyOutcome> {
  const { hintKey } = desk.services.now;
  if (!hintKey || !desk.replications.firstSync$.value.complete.has('accounts'))
    return { outcome: 'not-possible' };
  const hint = await internalCodeHint(hintKey, codes.internalCode);
  const account = await accountOfCodes(desk.local, { ...codes, internalCode: hint });
  return account
    ? { outcome: 'identified', accountId: account.id, checkedBy: 'device' }
    : { outcome: 'wrong' };
}

const sameCode = 5; // a code that others begin with sorts before them, and no two accounts of an office have the same

/**
 * The account of a client code, when the other code is as this device holds it: whole at a counter, a hint at a kiosk.
 * Asked of the index itself: a query of RxDB's would keep what was typed in memory.
 */
export async function accountOfCodes(
  local: LocalData,
  { clientCode, internalCode }: Codes,
): Promise<Account | null> {
  const begins = await local.table('accounts')?.beginningWith('clientCode', clientCode, sameCode);
  const found = begins?.find(
    (account) => account.clientCode === clientCode && account.internalCode === internalCode,
  );
  return found ?? null;
}

const minuteMs = 60_000;

/** Before any policy has arrived the usual bounds hold. */
async function boundOf({ local, clock }: VisitDesk): Promise<TriesBound> {
  const policy = await policyFor(local, clock.now());
  return { tries: policy?.customerTries ?? 5, lockMs: (policy?.customerLockMinutes ?? 15) * minuteMs };
}
