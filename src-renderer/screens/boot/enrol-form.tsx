import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { EnrolOutcome } from '../../data/device-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { type EnrolRefusal, refusalIn } from './enrol-refusal';

interface EnrolFormProps {
  /** How enrolment by the page's address went; null when the address carried no code. */
  byAddress?: Promise<EnrolOutcome | null>;
}

/** Where a code is typed: the first one of a machine, or one by which it becomes again what it was. */
export function EnrolForm({ byAddress = noCode }: EnrolFormProps) {
  const { t } = useWords();
  const { code, setCode, refusal, busy, enrol } = useEnrolment(byAddress);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol();
  };
  return (
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
  );
}

const noCode = Promise.resolve(null);

function useEnrolment(byAddress: Promise<EnrolOutcome | null>) {
  const api = useData();
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<EnrolRefusal | 'empty' | null>(null);
  const [busy, setBusy] = useState(true);
  const hear = useCallback(async (answering: Promise<EnrolOutcome | null>) => {
    setBusy(true);
    setRefusal(null);
    try {
      setRefusal(await refusalIn(answering));
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
