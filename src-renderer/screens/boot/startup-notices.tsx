import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Formats } from '../../../shared/text/format';
import type { StartupNotice } from '../../data/device-api';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import { useData, useLive } from '../data-context';
import { Notice, type NoticeTone } from '../parts/notice';
import { tellUnexpected } from '../parts/tell-unexpected';
import { dismissReload, unreadReload } from './reloads-by-itself';
import styles from './startup-notices.module.css';

/** Why the page was loaded again and what the start-up check had to say, until somebody says to have read it. */
export function StartupNotices() {
  const { t, format } = useWords();
  const api = useData();
  const notices = useLive('notices', null);
  const [reloadedMs, setReloadedMs] = useState(unreadReload);
  if (!notices || (notices.length === 0 && reloadedMs === null)) return null;
  const dismiss = () => {
    dismissReload();
    setReloadedMs(null);
    api.dismissNotices().catch(() => tellUnexpected(t));
  };
  return (
    <section className={styles.notices} aria-label={t('start.notices.title')}>
      <h2 className={styles.title}>{t('start.notices.title')}</h2>
      {reloadedMs !== null && (
        <Notice tone="ask">
          {t('start.notices.reloaded', { at: format.moment(new Date(reloadedMs).toISOString()) })}
        </Notice>
      )}
      {notices.map((notice) => (
        <Notice key={keyOf(notice)} tone={tones[notice.code]}>
          {noticeWords(t, format, notice)}
        </Notice>
      ))}
      <div className={styles.actions}>
        <Button size="sm" onClick={dismiss}>
          {t('start.notices.dismiss')}
        </Button>
        {notices.some(({ code }) => code === 'of-other-device') && <ExportWaiting />}
      </div>
    </section>
  );
}

/** Red where something may be lost for good. */
const tones: Record<StartupNotice['code'], NoticeTone> = {
  'data-vanished': 'ask',
  'data-damaged': 'ask',
  'journal-vanished': 'ask',
  'journal-damaged': 'refused',
  'journal-gap': 'refused',
  'of-other-device': 'refused',
};

/** For good; whatever else the start-up check found mends itself. */
export const mayBeLost = ({ code }: StartupNotice): boolean => tones[code] === 'refused';

/** The same while its counts change. */
const keyOf = (notice: StartupNotice): string =>
  notice.code === 'journal-gap' || notice.code === 'of-other-device' ? JSON.stringify(notice) : notice.code;

function noticeWords(t: TFunction, format: Formats, notice: StartupNotice): string {
  switch (notice.code) {
    case 'data-vanished':
    case 'data-damaged': {
      const words = t(`start.notices.${notice.code}`, { submissions: format.number(notice.submissions) });
      return [words, ...foundWords(t, format, notice)].join(' ');
    }
    case 'journal-vanished':
      return t(`start.notices.${notice.code}`, { submissions: format.number(notice.submissions) });
    case 'journal-damaged':
      return t('start.notices.journal-damaged', { lines: format.number(notice.lines) });
    case 'journal-gap':
      return t('start.notices.journal-gap', {
        from: format.number(notice.from),
        to: format.number(notice.to),
      });
    case 'of-other-device':
      return t('start.notices.of-other-device', {
        device: notice.deviceId,
        submissions: format.number(notice.submissions),
      });
    default:
      return assertNever(notice);
  }
}

/** How many of what was found again are already with the server. */
function foundWords(
  t: TFunction,
  format: Formats,
  { submissions, waiting }: Extract<StartupNotice, { code: 'data-vanished' | 'data-damaged' }>,
): string[] {
  if (submissions === 0) return [];
  if (waiting === undefined) return [t('start.notices.answersUnknown')];
  if (waiting === 0) return [t('start.notices.allAnswered')];
  return [
    t('start.notices.someWait', {
      waiting: format.number(waiting),
      answered: format.number(submissions - waiting),
    }),
  ];
}
