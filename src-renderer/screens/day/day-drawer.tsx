import { useRef } from 'react';
import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './day.module.css';
import { OpenDrawer } from './open-drawer';
import { TakingsTable } from './takings-table';

/**
 * The cash drawer: what it was opened with and what was taken since. What should be in it is not shown before it was
 * counted: who knows the sum beforehand counts until it fits.
 */
export function DayDrawer({ day }: { day: DayView }) {
  const { t } = useWords();
  const section = useRef<HTMLElement>(null);
  const { drawer, carriedOver, closings, wholeDay } = day;
  return (
    <section ref={section} className={styles.part} tabIndex={-1} aria-labelledby="drawer-title">
      <h3 id="drawer-title" className={styles.title}>
        {t('desk.drawer.title')}
      </h3>
      {closings.length === 0 && <CarriedOver carried={carriedOver} />}
      {drawer.opened ? (
        <Opened day={day} />
      ) : (
        <OpenDrawer day={day} opened={() => section.current?.focus()} />
      )}
      {wholeDay && (drawer.opened || drawer.takings.length > 0) && (
        <h4 className={styles.caption}>{t('desk.drawer.sinceOpened')}</h4>
      )}
      {drawer.takings.length > 0 ? (
        <TakingsTable takings={drawer.takings} />
      ) : (
        drawer.opened && <p className={styles.soft}>{t('desk.drawer.noTakings')}</p>
      )}
      {wholeDay && (
        <>
          <h4 className={styles.caption}>{t('desk.drawer.wholeDay')}</h4>
          <TakingsTable takings={wholeDay} name={t('desk.drawer.wholeDay')} />
        </>
      )}
    </section>
  );
}

/** The day of its closing passed: nothing is lost, and the next closing counts it. */
function CarriedOver({ carried: [oldest] }: { carried: DayView['carriedOver'] }) {
  const { t, format } = useWords();
  if (!oldest) return null;
  return (
    <Notice tone="ask">{t('desk.drawer.carriedOver', { since: format.moment(oldest.capturedAt) })}</Notice>
  );
}

function Opened({ day: { drawer, carriedOver } }: { day: DayView }) {
  const { t, format } = useWords();
  const { opened, openingBani } = drawer;
  if (!opened) return null;
  const time = carriedOver.length > 0 ? format.moment : format.clockTime;
  const words = { at: time(opened.at), amount: format.money(openingBani) };
  return (
    <p>
      {opened.by === null
        ? t('desk.drawer.openedAlone', words)
        : t('desk.drawer.opened', { ...words, by: opened.by })}
    </p>
  );
}
