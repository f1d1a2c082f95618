import { useState } from 'react';
import type { ExportOutcome } from '../../data/care-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import type { NoticeTone } from '../parts/notice';
import { downloadText } from './download-text';

interface Told {
  tone: NoticeTone;
  words: string;
}

/** The export, and the sentence about how it went. */
export function useExport() {
  const api = useData();
  const { t } = useWords();
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const wordsOf = (outcome: ExportOutcome): Told => {
    if (outcome.outcome === 'nothing-waits')
      return { tone: 'inform', words: t('start.export.nothing-waits') };
    if (outcome.outcome !== 'exported')
      return { tone: 'refused', words: t(`start.export.${outcome.outcome}`) };
    const { fileName, submissions } = outcome;
    return {
      tone: 'inform',
      words: t('start.export.exported', { file: fileName, submissions: String(submissions) }),
    };
  };
  const exportNow = async () => {
    setBusy(true);
    setTold(null);
    try {
      const outcome = await api.exportWaiting();
      if (outcome.outcome === 'exported') downloadText(outcome.fileName, outcome.sealed);
      setTold(wordsOf(outcome));
    } catch {
      setTold({ tone: 'refused', words: t('start.export.failed') });
    } finally {
      setBusy(false);
    }
  };
  return { told, busy, exportNow };
}
