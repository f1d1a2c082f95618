import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { type EnrolRefusal, refusalIn, wordsByAddress } from './enrol-refusal';

interface EnrolFormProps {
  /** What stood against the code in the page's address: said until another is typed. */
  byAddress?: EnrolRefusal | null;
}

/** Where a code is typed: the first one of a machine, or one by which it becomes again what it was. */
export function EnrolForm({ byAddress = null }: EnrolFormProps) {
  const { t } = useWords();
  const { code, setCode, said, busy, enrol } = useEnrolment();
  const refusal =
    said === undefined ? byAddress && wordsByAddress(byAddress) : said && (`start.enrol.${said}` as const);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enrol();
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
        {refusal && <Notice tone="refused">{t(refusal)}</Notice>}
      </div>
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('start.enrol.submit')}
      </Button>
    </form>
  );
}

function useEnrolment() {
  const api = useData();
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<EnrolRefusal | 'empty' | null | undefined>(); // undefined: nothing was asked here
  const [busy, setBusy] = useState(false);
  const enrol = async () => {
    if (code.trim() === '') return setSaid('empty');
    setBusy(true);
    setSaid(null);
    setSaid(await refusalIn(api.enrol(code.trim())));
    setBusy(false);
  };
  return { code, setCode, said, busy, enrol };
}
