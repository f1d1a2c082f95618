import type { ComponentProps } from 'react';
import type { DeviceState } from '../../data/device-api';
import { useWords } from '../../text/use-words';
import { ShutKiosk } from '../kiosk/trouble/shut-kiosk';
import { type EnrolRefusal, wordsByAddress } from './enrol-refusal';

interface KeylessKioskProps extends Pick<ComponentProps<typeof ShutKiosk>, 'staffPage' | 'reload'> {
  /** What it was, with a key that it has lost; null: it never had one. */
  lost: Extract<DeviceState, { state: 'not-enrolled' }>['lost'];
  /** What stood against the code in the page's address. */
  refusal: EnrolRefusal | null;
}

/** A kiosk that is no device: which code it needs, and why the one in its address was not taken. */
export function KeylessKiosk({ lost, refusal, staffPage, reload }: KeylessKioskProps) {
  const { t } = useWords();
  return (
    <ShutKiosk
      reason={lost ? 'key-lost' : 'not-enrolled'}
      device={null}
      staffPage={staffPage}
      reload={reload}
      holdsStill={refusal !== null}
      alsoForStaff={refusal && t('kiosk.shut.enrolmentFailed', { why: t(wordsByAddress(refusal)) })}
    />
  );
}
