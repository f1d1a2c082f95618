import { Link } from '@tanstack/react-router';
import { useWords } from '../../text/use-words';
import styles from './devices.module.css';

/** What a number that never arrived means, and what to do, the likeliest first. */
export function GapAdvice() {
  const { t } = useWords();
  const page = t('care.device.title');
  const button = t('start.export.button');
  return (
    <section className={styles.advice} aria-labelledby="gap-advice">
      <h2 id="gap-advice" className={styles.adviceTitle}>
        {t('devices.advice.title')}
      </h2>
      <ol className={styles.steps}>
        <li>{t('devices.advice.start')}</li>
        <li>
          {t('devices.advice.export', { button, page })}{' '}
          <Link to="/device" className={styles.link}>
            {t('devices.advice.open', { page })}
          </Link>
        </li>
        <li>{t('devices.advice.lost')}</li>
      </ol>
      <p className={styles.what}>{t('devices.advice.silent')}</p>
    </section>
  );
}
