import { IconArrowBigUp, IconArrowBigUpFilled, IconBackspace, IconCornerDownLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../text/use-words';
import { Key } from './key';
import { besideSpace, emailEndings, type KeyboardLayout, signRows } from './keyboard-layouts';
import styles from './keys.module.css';

interface OnScreenKeyboardProps {
  onKey: (text: string) => void;
  onErase: () => void;
  onEnter?: () => void;
  layout: KeyboardLayout;
}

const icon = { size: 32, stroke: 1.75, 'aria-hidden': true } as const;

/** Letters, digits and signs for one field. A hardware keyboard and a screen reader write into the same field. */
export function OnScreenKeyboard({ onKey, onErase, onEnter, layout }: OnScreenKeyboardProps) {
  const { t, language } = useWords();
  const [shift, setShift] = useState(false);
  const rows = signRows(layout, language);
  const press = (sign: string) => {
    onKey(sign);
    setShift(false); // one capital at a time, as on a telephone
  };
  const cased = (sign: string) => (shift ? sign.toLocaleUpperCase(language) : sign);
  return (
    <fieldset className={styles.keyboard} aria-label={t('kiosk.keys.keyboard')}>
      {rows.map((row, place) => (
        <div className={styles.row} key={row.join('')}>
          {place === 3 && layout !== 'email' && (
            <Key
              name={t('kiosk.keys.shift')}
              kind="command"
              span={1.5}
              pressed={shift}
              onPress={() => setShift(!shift)}
            >
              {shift ? <IconArrowBigUpFilled {...icon} /> : <IconArrowBigUp {...icon} />}
            </Key>
          )}
          {row.map((sign) => (
            <Key key={sign} name={cased(sign)} onPress={() => press(cased(sign))} />
          ))}
          {place === 3 && (
            <Key name={t('kiosk.keys.erase')} kind="command" span={1.5} onPress={onErase}>
              <IconBackspace {...icon} />
            </Key>
          )}
        </div>
      ))}
      <LastRow layout={layout} onKey={onKey} onEnter={onEnter} />
    </fieldset>
  );
}

interface LastRowProps {
  layout: KeyboardLayout;
  onKey: (text: string) => void;
  onEnter: (() => void) | undefined;
}

function LastRow({ layout, onKey, onEnter }: LastRowProps) {
  const { t } = useWords();
  const signs = [...besideSpace(layout), ...(layout === 'email' ? emailEndings : [])];
  return (
    <div className={styles.row}>
      {signs.map((sign) => (
        <Key key={sign} name={sign} onPress={() => onKey(sign)} />
      ))}
      {layout !== 'email' && (
        <Key
          name={t('kiosk.keys.space')}
          span={layout === 'text' ? 6 : 2}
          kind="command"
          onPress={() => onKey(' ')}
        />
      )}
      {onEnter && (
        <Key name={t('kiosk.keys.enter')} kind="command" span={2} onPress={onEnter}>
          <IconCornerDownLeft {...icon} />
        </Key>
      )}
    </div>
  );
}
