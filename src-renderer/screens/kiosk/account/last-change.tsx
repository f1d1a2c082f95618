import type { SubmissionView } from '../../../data/submission-view';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { reasonsForCustomer } from '../../entry/submission-words';
import { KioskNotice } from '../parts/kiosk-notice';

const tones = {
  kept: 'kept',
  sent: 'kept',
  received: 'received',
  superseded: 'received',
  held: 'ask',
  refused: 'refused',
  'set-aside': 'refused',
} as const satisfies Record<SubmissionView['state'], string>;

/** How far the latest change asked for here has come: what stands above is the server's until it is received. */
export function LastChange({ accountId }: { accountId: string }) {
  const said = useWords();
  const today = useLive('submissions', { show: 'today' }) ?? [];
  const last = today.find((made) => made.kind === 'contact-change' && made.accountId === accountId);
  if (!last) return null;
  const words = [said.t(`visit.result.title.request.${last.state}`), ...reasonsForCustomer(said, last)];
  return (
    <div role="status">
      <KioskNotice tone={tones[last.state]}>{words.join('. ')}</KioskNotice>
    </div>
  );
}
