import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { CaseWord } from './case-word';
import styles from './cases.module.css';
import { deviceWord } from './device-word';

interface CaseListProps {
  list: RefObject<HTMLUListElement | null>;
  cases: CaseView[];
  chosenId: string;
  choose: (submissionId: string) => void;
  /** Into the chosen one. */
  enter: () => void;
}

export function CaseList({ list, cases, chosenId, choose, enter }: CaseListProps) {
  const { t } = useWords();
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const place = cases.findIndex(({ submissionId }) => submissionId === chosenId) + by;
    const next = cases[place];
    if (!next) return;
    choose(next.submissionId);
    list.current?.querySelectorAll('button')[place]?.focus();
  };
  return (
    <div className={styles.side}>
      <ul ref={list} className={styles.list} aria-label={t('care.cases.list')} onKeyDown={onKey}>
        {cases.map((one) => {
          const chosen = one.submissionId === chosenId;
          return (
            <li key={one.submissionId}>
              <UnstyledButton
                className={styles.item}
                aria-current={chosen}
                tabIndex={chosen ? 0 : -1}
                onFocus={() => choose(one.submissionId)}
                onClick={enter}
              >
                <CaseLine of={one} />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <p className={styles.keys}>{t('care.cases.keys')}</p>
    </div>
  );
}

function CaseLine({ of }: { of: CaseView }) {
  const { t, format } = useWords();
  const { index, period, kind } = of;
  const what = [
    kind === 'reading' ? null : t(`care.kinds.${kind}`),
    index === null ? null : format.m3(index),
    period && format.month(period),
    deviceWord(t, of),
  ];
  return (
    <>
      <span className={styles.itemTop}>
        <span className={styles.itemName}>{of.holderName ?? t('care.cases.unknownHolder')}</span>
        <CaseWord of={of} />
      </span>
      <span className={styles.itemBelow}>
        <span>{what.filter(Boolean).join(' · ')}</span>
        <span>{format.moment(of.at)}</span>
      </span>
    </>
  );
}
