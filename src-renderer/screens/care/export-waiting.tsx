import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './care.module.css';
import { useExport } from './use-export';

/** Puts what waits into a sealed file, and says what became of that. */
export function ExportWaiting() {
  const { t } = useWords();
  const { told, busy, exportNow } = useExport();
  return (
    <div className={styles.export}>
      <Button
        variant="default"
        leftSection={<IconFileExport size={20} stroke={1.5} aria-hidden />}
        onClick={() => void exportNow()}
        loading={busy}
      >
        {t('start.export.button')}
      </Button>
      <div role="status">{told && <Notice tone={told.tone}>{told.words}</Notice>}</div>
    </div>
  );
}
