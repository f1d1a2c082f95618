import { Button, FileInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { Credentials } from '../parts/credentials';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import styles from './care.module.css';
import { ImportAnswer } from './import-answer';
import { useImport } from './use-import';

/** Another device's sealed file, handed to the server under a supervisor's name. */
export function ImportWaiting({ userName }: { userName: string }) {
  const { t } = useWords();
  const { entered, enter, phase, submit } = useImport(userName);
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title" className={styles.title}>
        {t('care.device.import')}
      </h2>
      <p className={styles.what}>{t('care.device.importWhat')}</p>
      <form onSubmit={submit} className={form.form} noValidate>
        <FileInput
          size="md"
          label={t('care.device.file')}
          placeholder={t('care.device.chooseFile')}
          leftSection={<IconFileImport size={20} stroke={1.5} aria-hidden />}
          value={entered.file}
          onChange={(file) => enter({ file })}
        />
        <Credentials
          labels={{ userName: t('care.device.userName'), password: t('care.device.password') }}
          entered={entered}
          enter={enter}
        />
        <div className={form.answer} role="status">
          {phase.at === 'answered' && <ImportAnswer outcome={phase.outcome} />}
          {phase.at === 'problem' && <Notice tone="refused">{t(`care.device.${phase.problem}`)}</Notice>}
        </div>
        <Button type="submit" size="md" className={styles.submit} {...busyIf(phase.at === 'importing')}>
          {t('care.device.importNow')}
        </Button>
      </form>
    </section>
  );
}
