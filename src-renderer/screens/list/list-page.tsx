import { UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { SubmissionView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { EmptyState } from '../parts/empty-state';
import { ListShow } from '../tabs';
import styles from './list.module.css';
import { SubmissionTable } from './submission-table';

/** What waits, what is held or refused, and what was done here today. */
export function ListPage({ show }: { show: ListShow }) {
  const { t } = useWords();
  const lists = {
    waiting: useLive('submissions', { show: 'waiting' }),
    attention: useLive('submissions', { show: 'attention' }),
    today: useLive('submissions', { show: 'today' }),
  };
  return (
    <>
      <h1 className={styles.title} tabIndex={-1}>
        {t('counter.list.title')}
      </h1>
      <Views show={show} lists={lists} />
      <div role="tabpanel" id="list-panel" aria-labelledby={`list-${show}`}>
        <Listed show={show} submissions={lists[show]} />
      </div>
    </>
  );
}

interface ViewsProps {
  show: ListShow;
  lists: Record<ListShow, SubmissionView[] | undefined>;
}

function Views({ show, lists }: ViewsProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: ListShow) =>
    void navigate({ to: '/list', search: { show: chosen }, replace: true });
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    const all = ListShow.options;
    const chosen = all[(all.indexOf(show) + by + all.length) % all.length] ?? show;
    choose(chosen);
    document.getElementById(`list-${chosen}`)?.focus();
  };
  return (
    <div className={styles.views} role="tablist" onKeyDown={onKey}>
      {ListShow.options.map((offered) => (
        <UnstyledButton
          key={offered}
          id={`list-${offered}`}
          className={styles.view}
          role="tab"
          aria-selected={offered === show}
          aria-controls="list-panel"
          tabIndex={offered === show ? 0 : -1}
          onClick={() => choose(offered)}
        >
          {t(`counter.list.${offered}`)}
          <span className={styles.count}>{lists[offered]?.length ?? 0}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

function Listed({ show, submissions }: { show: ListShow; submissions: SubmissionView[] | undefined }) {
  const { t } = useWords();
  if (!submissions) return null;
  if (submissions.length > 0) return <SubmissionTable submissions={submissions} />;
  return (
    <EmptyState
      icon={<IconCircleCheck size={40} stroke={1.5} />}
      title={t(`counter.list.${show}None`)}
      body={t(`counter.list.${show}NoneBody`)}
    />
  );
}
