import { IconBackspace, IconCornerDownLeft } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { Key } from './key';
import styles from './keys.module.css';

interface KeypadProps {
  onDigit: (digit: string) => void;
  onErase: () => void;
  onClear?: () => void;
  onEnter?: () => void;
}

const icon = { size: 44, stroke: 1.75, 'aria-hidden': true } as const;

/** Digits in the order of a telephone, each key at least 120 px. */
export function Keypad({ onDigit, onErase, onClear, onEnter }: KeypadProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles.keypad} aria-label={t('kiosk.keys.keypad')}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Key key={digit} name={digit} onPress={() => onDigit(digit)} />
      ))}
      {onClear ? (
        <Key name={t('kiosk.keys.clear')} kind="command" onPress={onClear} />
      ) : (
        <span className={styles.gap} />
      )}
      <Key name="0" onPress={() => onDigit('0')} />
      <Key name={t('kiosk.keys.erase')} kind="command" onPress={onErase}>
        <IconBackspace {...icon} />
      </Key>
      {onEnter && (
        <div className={styles.wide}>
          <Key name={t('kiosk.keys.enter')} kind="command" onPress={onEnter}>
            <IconCornerDownLeft {...icon} />
          </Key>
        </div>
      )}
    </fieldset>
  );
}
