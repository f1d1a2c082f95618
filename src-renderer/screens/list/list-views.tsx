import { UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../text/use-words';
import { ListShow } from '../tabs';
import styles from './list.module.css';
import type { Lists } from './list-page';

interface ListViewsProps {
  show: ListShow;
  lists: Lists;
}

/** The four views with how many stand in each; arrows go from one to the next. */
export function ListViews({ show, lists }: ListViewsProps) {
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
          <span className={styles.count}>{countOf(lists, offered)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

const countOf = (lists: Lists, show: ListShow): number =>
  (show === 'today' ? lists.today?.submissions : lists[show])?.length ?? 0;
