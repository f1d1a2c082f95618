import type { DrawerCount } from '../model/cash-drawer';
import type { CounterMethod } from '../model/payment';

/** What happened to the money at one counter. */
export type DrawerEvent = { submissionId: string } & (
  | { what: 'opened'; openingBani: number }
  | { what: 'closed' }
  | { what: 'taken'; method: CounterMethod; amountBani: number }
  | { what: 'given-back'; method: CounterMethod; amountBani: number; paymentId: string }
);

/** Money that came in or went out. */
export type Movement = Extract<DrawerEvent, { what: 'taken' | 'given-back' }>;
export type Takings = DrawerCount['takings'];

export interface Drawer {
  openedBy: string | null; // the submission that opened it; null: none did
  openingBani: number; // before the first of its movements; 0 when it was not opened
  movements: readonly Movement[];
  takings: Takings;
  expectedBani: number; // cash that should be in it; below zero when more was given back than was in it
}

const methods: readonly CounterMethod[] = ['cash', 'card'];

/**
 * The drawer as its events leave it. An opening after a closing begins it anew, with what was taken since that
 * closing; a closing alone does not, so that closing again counts the same drawer again. The server's word on a payment
 * changes nothing here: the cash is in the drawer whether the payment was received or refused.
 * @param events of one counter since another day was closed, in the order in which they were made
 */
export function drawerOf(events: readonly DrawerEvent[]): Drawer {
  const opened = events.findLastIndex(({ what }) => what === 'opened');
  const before = events.slice(0, Math.max(0, opened)).findLastIndex(({ what }) => what === 'closed');
  const opening = events[opened];
  const movements = givenBackOnce(events.slice(before + 1).filter(isMovement));
  const takings = takingsOf(movements);
  const openingBani = opening?.what === 'opened' ? opening.openingBani : 0;
  const cash = takings.find(({ method }) => method === 'cash');
  const expectedBani = openingBani + (cash ? cash.takenBani - cash.givenBackBani : 0);
  const { submissionId: openedBy = null } = opening ?? {};
  return { openedBy, openingBani, movements, takings, expectedBani };
}

/** All that was taken and given back since another day was closed, whatever the drawers. @returns null where it was one drawer */
export function takingsOverDrawers(events: readonly DrawerEvent[]): Takings | null {
  const movements = givenBackOnce(events.filter(isMovement));
  return movements.length > drawerOf(events).movements.length ? takingsOf(movements) : null;
}

/** Whether it was opened, or money came in or went out, since it was last closed; what else was done changes no count. */
export const isUncounted = (events: readonly DrawerEvent[]): boolean => {
  const last = events.at(-1);
  return last !== undefined && last.what !== 'closed';
};

/** Whether it was opened and not closed since. */
export function isOpen(events: readonly DrawerEvent[]): boolean {
  const last = events.findLast(({ what }) => what === 'opened' || what === 'closed');
  return last?.what === 'opened';
}

/** What was counted beside what should be there. */
export const countDrawer = (drawer: Drawer, countedBani: number): DrawerCount => ({
  openingBani: drawer.openingBani,
  takings: drawer.takings,
  countedBani,
  differenceBani: countedBani - drawer.expectedBani,
});

const isMovement = (event: DrawerEvent): event is Movement =>
  event.what === 'taken' || event.what === 'given-back';

/** The money of one payment goes back once, however often that was written down. */
function givenBackOnce(movements: readonly Movement[]): Movement[] {
  const back = new Set<string>();
  return movements.filter((movement) => {
    if (movement.what === 'taken') return true;
    const first = !back.has(movement.paymentId);
    back.add(movement.paymentId);
    return first;
  });
}

/** By method, those with a movement only. */
function takingsOf(movements: readonly Movement[]): Takings {
  return methods.flatMap((method) => {
    const of = movements.filter((movement) => movement.method === method);
    if (of.length === 0) return [];
    const taken = of.filter(({ what }) => what === 'taken');
    const back = of.filter(({ what }) => what === 'given-back');
    return [
      {
        method,
        payments: taken.length,
        takenBani: sumOf(taken),
        reversals: back.length,
        givenBackBani: sumOf(back),
      },
    ];
  });
}

const sumOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { amountBani }) => sum + amountBani, 0);
