import { BehaviorSubject, type Subscription } from 'rxjs';
import type { Staff } from '../../../shared/model/staff';
import type { LocalData } from '../db/local-data';

/** Who is signed in, in the worker's memory only: a reload asks again. */
export class Session {
  readonly staff$ = new BehaviorSubject<Staff | null>(null);

  get staff(): Staff | null {
    return this.staff$.value;
  }

  begin(staff: Staff): void {
    this.staff$.next(staff);
  }

  end(): void {
    this.staff$.next(null);
  }

  /** A person who is disabled, or no longer works in this device's offices, is signed out. */
  follow(local: LocalData): Subscription {
    return local.changes$('staff').subscribe((changes) => {
      const change = changes.find(({ id }) => id === this.staff?.id);
      if (!change) return;
      this.staff$.next(change.document?.active ? change.document : null);
    });
  }
}
