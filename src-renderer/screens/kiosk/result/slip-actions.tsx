import { IconMail, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { SlipFacts } from '../../../../shared/slip/slip';
import type { SlipOf } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { type EmailState, useEmailSlip } from '../../slip/use-email-slip';
import type { PrintState } from '../../slip/use-print';
import { usePrintSlip } from '../../slip/use-print-slip';
import { BigButton } from '../parts/big-button';
import { KioskNotice } from '../parts/kiosk-notice';
import styles from './result.module.css';

interface SlipActionsProps {
  facts: SlipFacts;
  /** What can go by e-mail; null: the account has no address. */
  emailedAs: SlipOf | null;
}

/** The slip on paper or by e-mail; who wants neither has the number on the screen. */
export function SlipActions({ facts, emailedAs }: SlipActionsProps) {
  const { t } = useWords();
  const { state, print, sheet } = usePrintSlip(facts);
  const mail = useEmailSlip();
  const heard = useRef<HTMLDivElement>(null);
  const told = `${state} ${mail.state}`;
  useEffect(() => {
    if (told !== 'idle idle') heard.current?.scrollIntoView({ block: 'nearest' }); // large text may leave no room for it
  }, [told]);
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <BigButton
          label={t(`slip.print.${state === 'idle' || state === 'printing' ? 'button' : 'again'}`)}
          icon={<IconPrinter size={36} aria-hidden />}
          busy={state === 'printing'}
          onPress={() => void print()}
        />
        {emailedAs !== null && mail.state !== 'saved' && (
          <BigButton
            label={t('visit.result.email')}
            icon={<IconMail size={36} aria-hidden />}
            busy={mail.state === 'saving'}
            onPress={() => void mail.send(emailedAs)}
          />
        )}
      </div>
      <div ref={heard} className={styles.heard} role="status">
        <Printed state={state} />
        <Emailed state={mail.state} received={facts.state !== 'kept' && facts.state !== 'sent'} />
      </div>
      {sheet}
    </div>
  );
}

function Printed({ state }: { state: PrintState }) {
  const { t } = useWords();
  if (state === 'idle' || state === 'printing') return null;
  const tones = {
    printed: 'received',
    dialogue: 'inform',
    failed: 'refused',
    'not-available': 'ask',
  } as const;
  return <KioskNotice tone={tones[state]}>{t(`slip.print.${state}`)}</KioskNotice>;
}

/** The letter is the server's to send: at once, after it has what the slip is about, or when it is there again. */
function Emailed({ state, received }: { state: EmailState; received: boolean }) {
  const { t } = useWords();
  const offline = useLive('kiosk', null)?.online === false;
  if (state === 'idle' || state === 'saving') return null;
  if (state === 'saved') {
    const when = offline ? 'emailedLater' : received ? 'emailedNow' : 'emailed';
    return <KioskNotice tone="kept">{t(`visit.result.${when}`)}</KioskNotice>;
  }
  return <KioskNotice tone="refused">{t(`visit.notSaved.${state}`)}</KioskNotice>;
}
