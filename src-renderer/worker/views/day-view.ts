import { merge, type Observable } from 'rxjs';
import {
  type DrawerEvent,
  drawerOf,
  isOpen,
  isUncounted,
  takingsOverDrawers,
} from '../../../shared/billing/drawer';
import { DayClosedPayload } from '../../../shared/model/cash-drawer';
import type { Submission } from '../../../shared/model/submission';
import type { DayClosing, DayView, DrawerView } from '../../data/day-api';
import { isToCount } from '../care/close-day';
import { drawerEvents } from '../care/drawer-events';
import { carriedOver, closedDay, type OwnDay, ownDay } from '../own/own-day';
import { timeZoneFor } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { everyMinute } from './every-minute';
import { live } from './live';
import { submissionViews } from './submission-view';

/** Today at this counter. The day is the policy's, whatever the machine's own time zone. */
export function watchDay(desk: ReadingDesk): Observable<DayView> {
  const { local, ledger } = desk;
  const triggers = merge(
    local.cache$,
    ledger.changes$,
    local.changes$('accounts'),
    local.changes$('policy'),
    everyMinute(),
  );
  return live(triggers, () => dayNow(desk));
}

async function dayNow(desk: ReadingDesk): Promise<DayView> {
  const { local, ledger, clock } = desk;
  const now = clock.now();
  const today = ownDay(ledger, now, await timeZoneFor(local, now));
  const { day, submissions, closing } = today;
  const done = submissions.filter((submission) => closedDay(submission) === null);
  const waiting = ledger.waiting();
  const events = await drawerEvents(desk, today.drawer);
  return {
    day,
    submissions: await submissionViews(desk, submissions.toReversed()),
    carriedOver: await submissionViews(desk, carriedOver(today)),
    waiting: waiting.length,
    oldestWaitingAt: waiting[0]?.capturedAt ?? null,
    closings: today.drawer
      .filter((submission) => closedDay(submission) === day)
      .map((submission) => closedBy(submission, events)),
    drawer: drawerNow(today, events),
    wholeDay: takingsOverDrawers(events),
    moneySinceClosed: closing !== null && isUncounted(events),
    sinceClosed: done.filter(({ deviceSeq }) => deviceSeq > (closing?.deviceSeq ?? Infinity)).length,
  };
}

function closedBy(closing: Submission, events: readonly DrawerEvent[]): DayClosing {
  const drawer = DayClosedPayload.safeParse(closing.payload).data?.drawer ?? null;
  const until = events.findIndex(({ submissionId }) => submissionId === closing.id);
  const { openedBy, movements } = drawerOf(events.slice(0, Math.max(0, until)));
  return { ...whenAndBy(closing), drawer, openedBy, movements: [...movements] };
}

/** A day that was closed shows its drawer until it is opened again. */
function drawerNow({ drawer: own }: OwnDay, events: readonly DrawerEvent[]): DrawerView {
  const drawer = drawerOf(events);
  const opening = own.find(({ id }) => id === drawer.openedBy);
  return {
    opened: opening && isOpen(events) ? whenAndBy(opening) : null,
    openingBani: drawer.openingBani,
    takings: drawer.takings,
    toCount: isToCount(drawer),
  };
}

const whenAndBy = ({ capturedAt, actor }: Submission): { at: string; by: string | null } => ({
  at: capturedAt,
  by: actor.kind === 'staff' ? actor.displayName : null,
});
