import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { busyIf } from '../parts/busy';
import { tell } from '../parts/tell';
import { useEmailSlip } from './use-email-slip';

/** `[Trimite pe e-mail]` beside `[Bon]`, where the account has a confirmed address: it says when the letter leaves. */
export function CounterEmail({
  submission: { id, accountId, state: stands },
}: {
  submission: SubmissionView;
}) {
  const { t } = useWords();
  const { state, send } = useEmailSlip();
  const account = useLive('account', { accountId: accountId ?? '' })?.account;
  const online = useLive('status', null)?.connection.state === 'online';
  if (!account?.emailKnown || stands === 'set-aside') return null; // of what the server never had no letter can be written
  const received = stands !== 'kept' && stands !== 'sent';
  const asked = state === 'saving' || state === 'saved';
  const ask = async () => {
    if (asked) return;
    const heard = await send(id);
    if (heard === 'idle' || heard === 'saving') return;
    const when = !online ? 'later' : received ? 'now' : 'afterwards';
    tell(t, {
      color: heard === 'saved' ? 'blue' : 'red',
      message: heard === 'saved' ? t(`desk.emailSlip.${when}`) : t(`desk.emailSlip.notSaved.${heard}`),
    });
  };
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconMail size={16} stroke={1.75} aria-hidden />}
      {...busyIf(asked)}
      onClick={() => void ask()}
    >
      {t(state === 'saved' ? 'desk.emailSlip.asked' : 'desk.emailSlip.send')}
    </Button>
  );
}
