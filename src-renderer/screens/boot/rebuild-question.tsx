import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import { tellUnexpected } from '../parts/tell-unexpected';
import styles from './startup-problem-page.module.css';

/** Says what is deleted and what stays before anything is. The cursor stands on the way back. */
export function RebuildQuestion({ cancel }: { cancel: () => void }) {
  const { t } = useWords();
  const api = useData();
  const back = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => back.current?.focus(), []);
  const rebuild = async () => {
    setBusy(true);
    try {
      await api.rebuild();
    } catch {
      tellUnexpected(t);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section
      className={styles.question}
      aria-label={t('start.rebuild.title')}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
    >
      <h2 className={styles.title}>{t('start.rebuild.title')}</h2>
      <p>{t('start.rebuild.body')}</p>
      <div className={styles.actions}>
        <Button onClick={() => void rebuild()} loading={busy}>
          {t('start.rebuild.confirm')}
        </Button>
        <Button ref={back} variant="default" onClick={cancel}>
          {t('start.rebuild.cancel')}
        </Button>
      </div>
    </section>
  );
}
