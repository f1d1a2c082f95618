import { useEffect, useRef } from 'react';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import type { KioskPlace } from '../navigation';
import { Keypad } from '../parts/keypad';
import { KioskField } from '../parts/kiosk-field';
import { KioskScreen } from '../parts/kiosk-screen';
import { useFieldKeys } from '../parts/use-field-keys';
import { CodesAnswer, useCodesAnswer } from './codes-answer';
import styles from './identify.module.css';
import { InvoicePicture } from './invoice-picture';
import { useCodes } from './use-codes';
import { useScan } from './use-scan';

const longestCode = 16;

/** Cod client and Cod intern, with a picture of where they stand; a scan fills in both and goes on. */
export function CodesPage({ place }: { place: Extract<KioskPlace, { at: 'codes' }> }) {
  const { t } = useWords();
  const kiosk = useLive('kiosk', null);
  const keys = useFieldKeys();
  const { codes, tried, enter, identify, problem, busy, lockedForMs } = useCodes(place.scanned);
  const clientField = useRef<HTMLInputElement>(null);
  const internalField = useRef<HTMLInputElement>(null);
  const answer = useCodesAnswer({ problem, lockedForMs, offline: kiosk?.online === false });
  const refused = problem !== null || lockedForMs > 0;
  useEffect(() => {
    if (!refused) return; // nobody says which of them is wrong: both are gone through again, from the first
    clientField.current?.focus();
    clientField.current?.select();
  }, [refused]);
  useScan(kiosk, (scanned) => void identify(scanned));
  const goOn = () => {
    if (codes.clientCode === '') clientField.current?.focus();
    else if (codes.internalCode === '') internalField.current?.focus();
    else void identify(codes);
  };
  return (
    <KioskScreen
      title={t('kiosk.codes.title')}
      subtitle={t('kiosk.codes.subtitle')}
      live={answer?.tone === 'refused' && lockedForMs === 0 ? answer.words : undefined}
      primary={{ label: t('kiosk.next'), onPress: goOn, busy, disabled: lockedForMs > 0 }}
      beside={<Keypad onDigit={keys.type} onErase={keys.erase} onClear={keys.clear} />}
    >
      <div className={styles.codes}>
        <InvoicePicture />
        <div className={styles.fields}>
          <KioskField
            first
            kind="digits"
            field={clientField}
            refused={refused && codes.clientCode === tried?.clientCode}
            label={t('kiosk.codes.clientCode')}
            value={codes.clientCode}
            onChange={(clientCode) => enter({ clientCode })}
            maxLength={longestCode}
          />
          <KioskField
            kind="digits"
            field={internalField}
            refused={refused && codes.internalCode === tried?.internalCode}
            label={t('kiosk.codes.internalCode')}
            value={codes.internalCode}
            onChange={(internalCode) => enter({ internalCode })}
            maxLength={longestCode}
          />
        </div>
        <CodesAnswer answer={answer} />
      </div>
    </KioskScreen>
  );
}
