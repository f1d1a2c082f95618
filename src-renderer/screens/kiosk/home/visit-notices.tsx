import type { SubmissionView } from '../../../data/submission-view';
import type { VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';

/** As many as a screen holds; the newest come first. */
const shown = 2;

type Tone = 'ask' | 'refused' | 'inform';

/** What became of something sent at an earlier visit, in words. */
interface VisitNotice {
  id: string;
  tone: Tone;
  title: string;
  reasons: string;
}

/** A registration that was refused, and the like, as it is shown and read aloud. */
export function useVisitNotices({ notices, shownBy }: VisitView, registered: boolean): VisitNotice[] {
  const { t, sayDecided, format } = useWords();
  const untold = notices.filter(({ kind, state }) => !(isGone(kind, state) && shownBy === 'password'));
  return untold.slice(0, shown).map(({ id, kind, state, capturedAt, findings }) => {
    const became = state === 'held' || state === 'superseded' ? state : 'refused';
    const what = t(`kiosk.notice.kind.${noticeKind(kind)}`);
    return {
      id,
      tone: tones[became],
      title: t(`kiosk.notice.${became}`, { what, when: format.moment(capturedAt) }),
      reasons: became === 'superseded' ? replacedBy(t, kind, registered) : findings.map(sayDecided).join(' '),
    };
  });
}

const tones = { held: 'ask', superseded: 'inform', refused: 'refused' } as const satisfies Record<
  string,
  Tone
>;

/** A login that holds no more: whoever has signed in with the one that does need not be told. */
const isGone = (kind: SubmissionView['kind'], state: SubmissionView['state']): boolean =>
  kind === 'registration' && state === 'superseded';

/** What stands instead. @param registered whether there is a login at all */
function replacedBy(
  t: ReturnType<typeof useWords>['t'],
  kind: SubmissionView['kind'],
  registered: boolean,
): string {
  if (kind !== 'registration') return t('kiosk.notice.newerRequest');
  return t(registered ? 'kiosk.notice.newerRegistration' : 'kiosk.notice.registrationEnded');
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
