import { useRef, useState } from 'react';
import type { CaseView } from '../../data/settling-api';
import { useLive } from '../data-context';
import { CaseDetail } from './case-detail';
import { CaseList } from './case-list';
import styles from './cases.module.css';

/** The cases at the left, the chosen one at the right. Enter goes into it, Escape comes back. */
export function CasesPanel({ cases }: { cases: CaseView[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const detail = useRef<HTMLElement>(null);
  const place = useLastPlace(cases, chosenId);
  const chosen = cases[place];
  const session = useLive('session', null); // here, or each case would begin without knowing who looks at it
  if (!chosen) return null;
  return (
    <div className={styles.panel}>
      <CaseList
        list={list}
        cases={cases}
        chosenId={chosen.submissionId}
        choose={setChosenId}
        enter={() => firstIn(detail.current)?.focus()}
      />
      {session && (
        <CaseDetail
          key={chosen.submissionId}
          detail={detail}
          of={chosen}
          settles={session.role === 'supervisor'}
          leave={() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()}
        />
      )}
    </div>
  );
}

const firstIn = (detail: HTMLElement | null): HTMLElement | null =>
  detail?.querySelector<HTMLElement>('[data-first]') ?? detail;

/** Where the chosen case stands, and when it has left the list, the one that took its place. */
function useLastPlace(cases: CaseView[], chosenId: string | null): number {
  const last = useRef(0);
  const found = cases.findIndex(({ submissionId }) => submissionId === chosenId);
  last.current = Math.max(0, Math.min(cases.length - 1, found === -1 ? last.current : found));
  return last.current;
}
