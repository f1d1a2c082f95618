import { IconAlertTriangle } from '@tabler/icons-react';
import type { OfficeDevice } from '../../../shared/sync/office-devices';
import { type NumberRange, saidRanges } from '../../../shared/text/number-ranges';
import { useWords } from '../../text/use-words';
import list from '../list/list.module.css';
import styles from './devices.module.css';

const mostNamed = 12;

/** The numbers that never arrived, by name; and those that did and could not be recorded. */
export function MissingNumbers({ device }: { device: OfficeDevice }) {
  const { t } = useWords();
  const { missing, notRecorded } = device;
  const say = (key: 'missing' | 'notRecorded', ranges: readonly NumberRange[]): string => {
    const { said: numbers, more } = saidRanges(ranges, mostNamed);
    return more > 0 ? t(`devices.${key}More`, { numbers, count: more }) : t(`devices.${key}`, { numbers });
  };
  return (
    <>
      {missing.length === 0 ? (
        <span className={styles.fine}>{t('devices.noneMissing')}</span>
      ) : (
        <span className={styles.gap}>
          <IconAlertTriangle className={styles.icon} size={20} stroke={2} aria-hidden />
          {say('missing', missing)}
        </span>
      )}
      {notRecorded.length > 0 && (
        <span className={list.below}>
          {say(
            'notRecorded',
            notRecorded.map((number): NumberRange => [number, number]),
          )}
        </span>
      )}
    </>
  );
}
