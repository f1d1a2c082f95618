import type { SubmissionView } from '../../../data/submission-view';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';

/** As many as a screen holds; the newest come first. */
const shown = 2;

/** What became of something sent at an earlier visit, with its reason: a registration that was refused, and the like. */
export function VisitNotices({ notices }: { notices: SubmissionView[] }) {
  const { t, say, format } = useWords();
  return notices.slice(0, shown).map(({ id, kind, state, capturedAt, findings }) => (
    <KioskNotice key={id} tone={state === 'held' ? 'ask' : 'refused'}>
      <strong>
        {t(`kiosk.notice.${state === 'held' ? 'held' : 'refused'}`, {
          what: t(`kiosk.notice.kind.${noticeKind(kind)}`),
          when: format.moment(capturedAt),
        })}
      </strong>{' '}
      {findings.map(say).join(' ')}
    </KioskNotice>
  ));
}

function noticeKind(kind: SubmissionView['kind']): 'registration' | 'contact-change' | 'reading' | 'other' {
  return kind === 'registration' || kind === 'contact-change' || kind === 'reading' ? kind : 'other';
}
