import { Button, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { EnrolOutcome } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import { useData } from '../data-context';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { NoticePage } from '../parts/notice-page';
import { StartupNotices } from './startup-notices';

type Refusal =
  | 'code-unknown'
  | 'code-used'
  | 'too-fast'
  | 'offline'
  | 'server-trouble'
  | 'not-kept'
  | 'empty';

interface EnrolPageProps {
  /** How enrolment by the page's address went; null when the address carried no code. */
  byAddress: Promise<EnrolOutcome | null>;
  /** What this machine was before it lost its key. */
  lost: Lost | null;
}

type Lost = { deviceId: string; waiting: number };

export function EnrolPage({ byAddress, lost }: EnrolPageProps) {
  const { t } = useWords();
  const { code, setCode, refusal, busy, enrol } = useEnrolment(byAddress);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol();
  };
  return (
    <NoticePage icon={<IconKey size={40} stroke={1.5} />} title={t('start.enrol.title')}>
      {lost ? <WasDevice lost={lost} /> : <p>{t('start.enrol.body')}</p>}
      <form onSubmit={submit} className={`${form.form} ${form.apart}`}>
        <TextInput
          size="md"
          label={t('start.enrol.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
        <div className={form.answer} role="alert">
          {refusal && <Notice tone="refused">{t(`start.enrol.${refusal}`)}</Notice>}
        </div>
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('start.enrol.submit')}
        </Button>
      </form>
    </NoticePage>
  );
}

/** Which device to name to the administrator, and that nothing of it is given up. */
function WasDevice({ lost }: { lost: Lost }) {
  const { t, format } = useWords();
  return (
    <div className={form.form}>
      <Notice tone="ask">
        {t('start.enrol.lost', { device: lost.deviceId, waiting: format.number(lost.waiting) })}
      </Notice>
      {lost.waiting > 0 && <ExportWaiting />}
      <StartupNotices />
    </div>
  );
}

function useEnrolment(byAddress: Promise<EnrolOutcome | null>) {
  const api = useData();
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(true);
  const hear = useCallback(async (answering: Promise<EnrolOutcome | null>) => {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await answering;
      if (answer?.outcome === 'refused') setRefusal(answer.reason);
      else if (answer && answer.outcome !== 'enrolled') setRefusal(answer.outcome);
    } catch {
      setRefusal('offline'); // the exchange was not finished: trying again is the remedy here too
    } finally {
      setBusy(false);
    }
  }, []);
  useEffect(() => {
    void hear(byAddress);
  }, [hear, byAddress]);
  const enrol = () => {
    if (code.trim() === '') setRefusal('empty');
    else void hear(api.enrol(code.trim()));
  };
  return { code, setCode, refusal, busy, enrol };
}
