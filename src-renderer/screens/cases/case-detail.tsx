import type { RefObject } from 'react';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import { onEscape } from '../parts/on-escape';
import { CaseFacts } from './case-facts';
import { caseReasons, caseWords } from './case-reasons';
import styles from './cases.module.css';
import { Decided } from './decided';
import { isSealed } from './meaning-of';
import { SettleActions } from './settle-actions';

interface CaseDetailProps {
  detail: RefObject<HTMLElement | null>;
  of: CaseView;
  /** Whether who looks at it may settle it. */
  settles: boolean;
  /** Back to the list. */
  leave: () => void;
}

/** One case: what was asked, what stands against it, and what a supervisor can do. */
export function CaseDetail({ detail, of, settles, leave }: CaseDetailProps) {
  const { t, sayDecided } = useWords();
  const reasons = caseReasons(of).map((finding) => caseWords(t, finding) ?? sayDecided(finding));
  return (
    <section
      ref={detail}
      className={styles.detail}
      tabIndex={-1}
      aria-label={of.holderName ?? t('care.cases.unknownHolder')}
      onKeyDown={onEscape(leave)}
    >
      <CaseFacts of={of} />
      <div className={styles.why}>
        {reasons.map((words) => (
          <Notice key={words} tone={of.why === 'held' || of.why === 'review' ? 'ask' : 'refused'}>
            {words}
          </Notice>
        ))}
        {isSealed(of) && <Notice tone="inform">{t('desk.cases.sealed')}</Notice>}
      </div>
      {of.decision ? (
        <Decided decision={of.decision} />
      ) : settles ? (
        <SettleActions of={of} done={leave} />
      ) : (
        <Notice tone="inform">{t('care.cases.supervisorDoes')}</Notice>
      )}
    </section>
  );
}
