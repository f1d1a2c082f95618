import type { Finding } from '../../../../shared/metering/finding';
import type { FormOutcome } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';

/** Why a form was not saved. */
export type FormTrouble = Exclude<FormOutcome, { outcome: 'saved' }> | { outcome: 'unexpected' };

export function FormAnswer({ trouble }: { trouble: FormTrouble | null }) {
  const { t } = useWords();
  if (!trouble) return null;
  switch (trouble.outcome) {
    case 'blocked':
      return <Findings findings={trouble.findings} />;
    case 'locked': {
      const minutes = String(Math.ceil(trouble.retryAfterMs / 60_000));
      return <KioskNotice tone="refused">{t('visit.notSaved.locked', { minutes })}</KioskNotice>;
    }
    case 'not-saved':
      return <KioskNotice tone="refused">{t(`visit.notSaved.${trouble.reason}`)}</KioskNotice>;
    default:
      return <KioskNotice tone="refused">{t('visit.notSaved.unexpected')}</KioskNotice>;
  }
}

function Findings({ findings }: { findings: Finding[] }) {
  const { t, say } = useWords();
  return (
    <KioskNotice tone="refused">
      <strong>{t('visit.form.wrong')}</strong>
      {findings.map((finding) => (
        <p key={say(finding)}>{say(finding)}</p>
      ))}
    </KioskNotice>
  );
}
