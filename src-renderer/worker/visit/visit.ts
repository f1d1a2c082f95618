import { BehaviorSubject } from 'rxjs';
import type { CustomerProof } from '../../../shared/model/customer';
import type { CustomerProfile } from '../../../shared/sync/customer';
import type { VisitView } from '../../data/visit-api';

/** An account that somebody has shown to be theirs, and how. */
export interface ShownAccount {
  proof: CustomerProof; // the typed code, or the token of a sign-in
  endsAt: string | null; // of the token
  profile: CustomerProfile | null; // after a sign-in
}

export interface OpenVisit {
  accountId: string; // the open one
  shownBy: VisitView['shownBy'];
  shown: ReadonlyMap<string, ShownAccount>; // by account id
}

/**
 * Who stands at this kiosk. It lives in the worker's memory alone: nothing of it is ever written anywhere but sealed to
 * the server's key, and with its end the last reference to it is gone.
 */
export class Visit {
  readonly state$ = new BehaviorSubject<OpenVisit | null>(null);
  /** When the server was last asked to let the sign-in last longer, on the device's monotonic clock. */
  renewedMs = Number.NEGATIVE_INFINITY;
  #endings = 0;

  get open(): OpenVisit | null {
    return this.state$.value;
  }

  /** How often a visit was ended: who left while an answer was on its way is not let in by it. */
  get endings(): number {
    return this.#endings;
  }

  begin(visit: OpenVisit): void {
    this.renewedMs = Number.NEGATIVE_INFINITY;
    this.state$.next(visit);
  }

  /** Goes on with another account of the same visit; one that is not of it is passed over. */
  choose(accountId: string): void {
    if (this.open?.shown.has(accountId)) this.state$.next({ ...this.open, accountId });
  }

  /** Whether the person has shown that an account is theirs. */
  opens(accountId: string): boolean {
    return this.open?.shown.has(accountId) === true;
  }

  shown(accountId: string): ShownAccount | null {
    return this.open?.shown.get(accountId) ?? null;
  }

  /** Something became known of an account of this visit. */
  learn(accountId: string, known: Partial<Pick<ShownAccount, 'profile' | 'endsAt'>>): void {
    const shown = this.shown(accountId);
    if (!this.open || !shown) return;
    this.state$.next({
      ...this.open,
      shown: new Map(this.open.shown).set(accountId, { ...shown, ...known }),
    });
  }

  /** @returns the tokens that are still good at the server */
  end(): string[] {
    this.#endings += 1;
    const tokens = this.open ? tokensOf(this.open) : [];
    if (this.open) this.state$.next(null);
    return tokens;
  }
}

export const tokensOf = ({ shown }: OpenVisit): string[] =>
  [...shown.values()].flatMap(({ proof }) => (proof.kind === 'session' ? [proof.token] : []));
