import {
  countDrawer,
  type DrawerEvent,
  drawerOf,
  isOpen,
  isUncounted,
  type Takings,
  takingsOverDrawers,
} from '../../shared/billing/drawer';
import type { DrawerCount } from '../../shared/model/cash-drawer';
import { parseLei } from '../../shared/text/parse-money';
import type { DayClosing, DrawerView } from '../../src-renderer/data/day-api';
import type { SubmissionView } from '../../src-renderer/data/submission-view';

/** The cash drawer of the fake counter: the real rules over what was done in it. */
export class FakeDrawer {
  readonly #events: DrawerEvent[] = [];
  readonly closings: DayClosing[] = [];
  #opened: DrawerView['opened'] = null;

  get view(): DrawerView {
    const { openedBy, openingBani, takings, movements } = drawerOf(this.#events);
    const toCount = openedBy !== null || movements.length > 0;
    return { opened: this.isOpen ? this.#opened : null, openingBani, takings, toCount };
  }

  get wholeDay(): Takings | null {
    return takingsOverDrawers(this.#events);
  }

  get moneySinceClosed(): boolean {
    return this.closings.length > 0 && isUncounted(this.#events);
  }

  get isOpen(): boolean {
    return isOpen(this.#events);
  }

  add(event: DrawerEvent): void {
    this.#events.push(event);
  }

  open({ id, capturedAt, actorName }: SubmissionView, openingBani: number): void {
    this.add({ what: 'opened', submissionId: id, openingBani });
    this.#opened = { at: capturedAt, by: actorName };
  }

  /** @returns null when there is nothing to count, and nothing was */
  count(counted: string | null): DrawerCount | null | 'not-counted' {
    if (counted === null && !this.view.toCount) return null;
    const countedBani = parseLei(counted ?? '');
    return countedBani === null ? 'not-counted' : countDrawer(drawerOf(this.#events), countedBani);
  }

  close({ id, capturedAt, actorName }: SubmissionView, drawer: DrawerCount | null): void {
    const { openedBy, movements } = drawerOf(this.#events);
    this.closings.push({ at: capturedAt, by: actorName, drawer, openedBy, movements: [...movements] });
    this.add({ what: 'closed', submissionId: id });
  }
}
