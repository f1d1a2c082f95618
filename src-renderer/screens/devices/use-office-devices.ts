import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfficeDevicesOutcome } from '../../data/devices-api';
import { useData } from '../data-context';

export type OfficeDevicesAnswer = OfficeDevicesOutcome | { outcome: 'failed' };

/** Asks when the page opens and again when told to; what was answered stays on show until the next answer is there. */
export function useOfficeDevices() {
  const api = useData();
  const [answer, setAnswer] = useState<OfficeDevicesAnswer | null>(null);
  const [asking, setAsking] = useState(true);
  const latest = useRef(0);
  const ask = useCallback(() => {
    latest.current += 1;
    const question = latest.current;
    const hear = (heard: OfficeDevicesAnswer) => {
      if (question !== latest.current) return; // the page is gone, or has asked again
      setAnswer(heard);
      setAsking(false);
    };
    setAsking(true);
    api.officeDevices().then(hear, () => hear({ outcome: 'failed' }));
  }, [api]);
  useEffect(() => {
    ask();
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return {
    answer,
    asking,
    askAgain: () => {
      if (!asking) ask();
    },
  };
}
