import { severityOf } from '../../../shared/metering/severity';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import { NoteForm } from '../parts/note-form';
import { Notice } from '../parts/notice';
import styles from './cases.module.css';
import { CorrectedValue } from './corrected-value';
import { meaningOf } from './meaning-of';
import type { SettleAction } from './settle-actions';
import { type Settling, useSettling } from './use-settling';

interface SettleFormProps {
  of: CaseView;
  action: SettleAction;
  cancel: () => void;
  done: () => void;
}

/** Why, and for a correction which value; what the rules say stands under it. */
export function SettleForm({ of, action, cancel, done }: SettleFormProps) {
  const { t } = useWords();
  const settling = useSettling({ of, action, done });
  const { phase } = settling;
  return (
    <NoteForm
      name={t(`care.cases.${action}`)}
      head={
        <div className={styles.formHead}>
          <h3 className={styles.actionTitle}>{t(`care.cases.${action}`)}</h3>
          <p className={styles.means}>{t(meaningOf(of, action))}</p>
        </div>
      }
      fields={(answerId) =>
        action === 'corrected' && <CorrectedValue of={of} settling={settling} answerId={answerId} />
      }
      note={settling.note}
      write={settling.write}
      hint={t('care.cases.noteHint')}
      answer={<Answer settling={settling} />}
      answerKey={phase.at}
      label={t(labelOf(settling, action))}
      saving={phase.at === 'saving'}
      save={() => void settling.save()}
      cancel={cancel}
    />
  );
}

function labelOf({ phase }: Settling, action: SettleAction) {
  if (phase.at === 'saving') return 'care.cases.saving';
  return phase.at === 'asking' ? 'care.cases.confirmValue' : (`care.cases.${action}` as const);
}

function Answer({ settling }: { settling: Settling }) {
  const { t, say } = useWords();
  const { phase } = settling;
  if (phase.at === 'not-saved')
    return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
  if (phase.at !== 'blocked' && phase.at !== 'asking') return null;
  return phase.findings.map((finding) => (
    <Notice key={finding.code} tone={severityOf(finding) === 'block' ? 'refused' : 'ask'}>
      {say(finding)}
    </Notice>
  ));
}
