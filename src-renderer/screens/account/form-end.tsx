import { Button } from '@mantine/core';
import type { Finding } from '../../../shared/metering/finding';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { Notice } from '../parts/notice';
import { waitIn } from '../parts/wait-in';
import styles from './account-details.module.css';
import { fieldToRight } from './customer-field';
import type { CustomerForm } from './use-customer-form';

interface FormEndProps {
  form: CustomerForm;
  label: string;
  /** Where the form was asked for. */
  leave?: () => void;
}

/** The button, and what is said about the form as a whole. */
export function FormEnd({ form, label, leave }: FormEndProps) {
  const { t } = useWords();
  const saving = form.phase.at === 'saving';
  return (
    <>
      <div className={styles.submit}>
        <Button type="submit" size="md" {...busyIf(saving)} rightSection={<kbd>⏎</kbd>}>
          {saving ? t('desk.account.saving') : label}
        </Button>
        {leave && (
          <Button variant="subtle" size="md" disabled={saving} onClick={leave}>
            {t('desk.closing.cancel')}
          </Button>
        )}
      </div>
      <div className={styles.answer} role="alert">
        <Answer form={form} />
      </div>
    </>
  );
}

function Answer({ form: { phase, findings } }: { form: CustomerForm }) {
  const { t, say } = useWords();
  if (phase.at === 'locked')
    return (
      <Notice tone="refused">{t('desk.account.locked', { wait: waitIn(t, phase.retryAfterMs) })}</Notice>
    );
  if (phase.at === 'not-saved')
    return <Notice tone="refused">{t(`desk.account.notSaved.${phase.reason}`)}</Notice>;
  return findings.filter(isOfTheWhole).map((finding) => (
    <Notice key={finding.code} tone="refused">
      {say(finding)}
    </Notice>
  ));
}

const isOfTheWhole = (finding: Finding): boolean =>
  fieldToRight(finding) === null && finding.code !== 'identity-not-seen';
