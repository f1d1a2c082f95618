import { IconEye } from '@tabler/icons-react';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { StateWord } from '../entry/state-word';
import styles from './cases.module.css';

/** Why it is a case, and once decided here, how far the decision is. */
export function CaseWord({ of }: { of: CaseView }) {
  const { t } = useWords();
  if (of.decision) return <StateWord state={of.decision.state} />;
  if (of.why !== 'review') return <StateWord state={of.why} />;
  return (
    <span className={styles.review}>
      <IconEye size={20} stroke={2} aria-hidden />
      {t('care.cases.review')}
    </span>
  );
}
