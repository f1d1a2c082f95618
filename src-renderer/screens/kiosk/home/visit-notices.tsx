import type { SubmissionView } from '../../../data/submission-view';
import type { VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';

/** As many as a screen holds; the newest come first. */
const shown = 2;

/** What became of something sent at an earlier visit, in words. */
interface VisitNotice {
  id: string;
  tone: 'ask' | 'refused';
  title: string;
  reasons: string;
}

/** A registration that was refused, and the like, as it is shown and read aloud. */
export function useVisitNotices({ notices }: VisitView): VisitNotice[] {
  const { t, say, format } = useWords();
  return notices.slice(0, shown).map(({ id, kind, state, capturedAt, findings }) => ({
    id,
    tone: state === 'held' ? 'ask' : 'refused',
    title: t(`kiosk.notice.${state === 'held' ? 'held' : 'refused'}`, {
      what: t(`kiosk.notice.kind.${noticeKind(kind)}`),
      when: format.moment(capturedAt),
    }),
    reasons: findings.map(say).join(' '),
  }));
}

export function VisitNotices({ notices }: { notices: VisitNotice[] }) {
  return notices.map(({ id, tone, title, reasons }) => (
    <KioskNotice key={id} tone={tone}>
      <strong>{title}</strong> {reasons}
    </KioskNotice>
  ));
}

function noticeKind(kind: SubmissionView['kind']): 'registration' | 'contact-change' | 'reading' | 'other' {
  return kind === 'registration' || kind === 'contact-change' || kind === 'reading' ? kind : 'other';
}
