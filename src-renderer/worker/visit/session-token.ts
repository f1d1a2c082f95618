import type { CustomerProof } from '../../../shared/model/customer';
import type { VisitView } from '../../data/visit-api';
import type { DeviceClock } from '../clock';
import type { Visit } from './visit';

interface Present {
  visit: Visit;
  clock: DeviceClock;
}

type SignInState = NonNullable<VisitView['signIn']>;
type SessionProof = Extract<CustomerProof, { kind: 'session' }>;

/** What proves a sign-in for an account, as long as it lasts; null: there was none, or it has ended. */
export function openSession({ visit, clock }: Present, accountId: string): SessionProof | null {
  const shown = visit.shown(accountId);
  if (shown?.proof.kind !== 'session') return null;
  return shown.endsAt !== null && shown.endsAt <= clock.now() ? null : shown.proof;
}

/** What proves, at this moment, that an account is theirs who stands here; null: nothing does any more. */
export const proofNow = ({ visit, clock }: Present, accountId: string): CustomerProof | null => {
  const proof = visit.shown(accountId)?.proof ?? null;
  return proof?.kind === 'session' ? openSession({ visit, clock }, accountId) : proof;
};

const endingMs = 2 * 60_000;

/** How the sign-in of the open account stands, and when that changes by itself; null: they showed codes. */
export function signInNow({ visit, clock }: Present): { state: SignInState; nextMs: number | null } | null {
  const shown = visit.open && visit.shown(visit.open.accountId);
  if (shown?.proof.kind !== 'session' || shown.endsAt === null) return null;
  const leftMs = Date.parse(shown.endsAt) - clock.nowMs();
  if (leftMs <= 0) return { state: 'over', nextMs: null };
  return leftMs <= endingMs
    ? { state: 'ending', nextMs: leftMs }
    : { state: 'open', nextMs: leftMs - endingMs };
}

/** The server says that it has ended. */
export const sessionIsOver = ({ visit, clock }: Present, accountId: string): void =>
  visit.learn(accountId, { endsAt: clock.now() });
