import { Button } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { useState } from 'react';
import type { StartupProblem } from '../../data/device-api';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import { NoticePage } from '../parts/notice-page';
import { RebuildQuestion } from './rebuild-question';
import styles from './startup-problem-page.module.css';

/** What a person can do besides trying again. Without storage there is nothing to export or to rebuild. */
const waysOut: Record<StartupProblem, { exports: boolean; rebuilds: boolean }> = {
  'storage-unavailable': { exports: false, rebuilds: false },
  'database-unreadable': { exports: true, rebuilds: true },
  'database-stuck': { exports: true, rebuilds: true },
  'secret-unreadable': { exports: true, rebuilds: true },
  'journal-unreadable': { exports: true, rebuilds: false }, // the databases may hold what the journal cannot say
};

export function StartupProblemPage({ problem, retry }: { problem: StartupProblem; retry: () => void }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { exports, rebuilds } = waysOut[problem];
  return (
    <NoticePage
      icon={<IconDatabaseX size={40} stroke={1.5} />}
      title={t(`start.problem.${problem}.title`)}
      tone="trouble"
    >
      <p>{t(`start.problem.${problem}.body`)}</p>
      {asking ? (
        <RebuildQuestion cancel={() => setAsking(false)} />
      ) : (
        <div className={styles.ways}>
          <Button onClick={retry} autoFocus>
            {t('start.retry')}
          </Button>
          {exports && <ExportWaiting />}
          {rebuilds && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('start.rebuild.button')}
            </Button>
          )}
        </div>
      )}
    </NoticePage>
  );
}
