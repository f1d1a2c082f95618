import type { FormOutcome } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';

/** Why a form was not saved. */
export type FormTrouble = Exclude<FormOutcome, { outcome: 'saved' }> | { outcome: 'unexpected' };

/** What a whole form was answered with, sentence by sentence, as it is shown and said. */
export function useAnswerWords(trouble: FormTrouble | null): string[] {
  const { t, say } = useWords();
  switch (trouble?.outcome) {
    case undefined:
      return [];
    case 'blocked':
      return [t('visit.form.wrong'), ...new Set(trouble.findings.map(say))];
    case 'locked':
      return [t('visit.notSaved.locked', { minutes: String(Math.ceil(trouble.retryAfterMs / 60_000)) })];
    case 'not-saved':
      return [t(`visit.notSaved.${trouble.reason}`)];
    default:
      return [t('visit.notSaved.unexpected')];
  }
}

/** @param words the first is what the others explain, where there are any */
export function FormAnswer({ words }: { words: readonly string[] }) {
  const [first, ...reasons] = words;
  if (first === undefined) return null;
  if (reasons.length === 0) return <KioskNotice tone="refused">{first}</KioskNotice>;
  return (
    <KioskNotice tone="refused">
      <strong>{first}</strong>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </KioskNotice>
  );
}
