import { IconCircleCheck } from '@tabler/icons-react';
import { type FocusEvent, useEffect, useRef } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { DayView } from '../../data/day-api';
import type { CaseView } from '../../data/settling-api';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { CasesPanel } from '../cases/cases-panel';
import { useLive } from '../data-context';
import { DayPanel } from '../day/day-panel';
import { EmptyState } from '../parts/empty-state';
import type { ListShow } from '../tabs';
import { useEscapeBack } from '../use-escape-back';
import styles from './list.module.css';
import { ListViews } from './list-views';
import { SubmissionTable } from './submission-table';
import { WaitingPanel } from './waiting-panel';

export interface Lists {
  waiting: SubmissionView[] | undefined;
  attention: SubmissionView[] | undefined;
  cases: CaseView[] | undefined;
  today: DayView | undefined;
}

/** What waits, what is held or refused, what a supervisor has to settle, and the day. */
export function ListPage({ show }: { show: ListShow }) {
  const { t } = useWords();
  const lists: Lists = {
    waiting: useLive('submissions', { show: 'waiting' }),
    attention: useLive('submissions', { show: 'attention' }),
    cases: useLive('cases', null),
    today: useLive('day', null),
  };
  const ready = lists[show] !== undefined;
  useEffect(() => {
    if (ready) focusInto(show);
  }, [show, ready]);
  useEscapeBack();
  const keepFocus = useKeptFocus(show);
  return (
    <>
      <h1 className={styles.title} tabIndex={-1}>
        {t('counter.list.title')}
      </h1>
      <ListViews show={show} lists={lists} />
      <div role="tabpanel" id="list-panel" aria-labelledby={`list-${show}`} onFocus={keepFocus}>
        <Panel show={show} lists={lists} />
      </div>
    </>
  );
}

/** The keys go on from what a key has opened; who went from view to view stays there. */
function focusInto(show: ListShow): void {
  const view = document.getElementById(`list-${show}`);
  if (document.activeElement === view) return;
  const first = document.querySelector<HTMLElement>(
    '#list-panel :is(a, [aria-current="true"], [data-first])',
  );
  (first ?? view)?.focus();
}

/** What had the cursor leaves the list when it is settled or sent: the keys go on from what took its place. */
function useKeptFocus(show: ListShow): (event: FocusEvent) => void {
  const last = useRef<Element | null>(null);
  // After every drawing, since any may have taken the row away; nearly always it finds the cursor where it was.
  useEffect(() => {
    if (document.activeElement !== document.body || last.current?.isConnected !== false) return;
    last.current = null; // told once: where the cursor goes now may be outside the list
    focusInto(show);
  });
  return ({ target }) => {
    last.current = target;
  };
}

function Panel({ show, lists }: { show: ListShow; lists: Lists }) {
  const { waiting, attention, cases, today } = lists;
  switch (show) {
    case 'waiting':
      if (!waiting) return null;
      return waiting.length > 0 ? <WaitingPanel submissions={waiting} /> : <None show={show} />;
    case 'attention':
      if (!attention) return null;
      return attention.length > 0 ? <SubmissionTable submissions={attention} /> : <None show={show} />;
    case 'cases':
      if (!cases) return null;
      return cases.length > 0 ? <CasesPanel cases={cases} /> : <None show={show} />;
    case 'today':
      return today ? <DayPanel day={today} /> : null;
    default:
      return assertNever(show);
  }
}

function None({ show }: { show: Exclude<ListShow, 'today'> }) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={<IconCircleCheck size={40} stroke={1.5} />}
      title={t(`counter.list.${show}None`)}
      body={t(`counter.list.${show}NoneBody`)}
    />
  );
}
