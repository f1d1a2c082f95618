import { useCallback, useEffect, useState } from 'react';
import type { EnrolOutcome } from '../../data/device-api';
import type { EnrolmentByAddress } from '../../data/enrolment-link';
import { type EnrolRefusal, refusalIn } from './enrol-refusal';

/** How enrolment by the page's address goes. */
interface Tried {
  /** Nothing has been answered yet, or this machine becomes a device in a moment. */
  goesOn: boolean;
  /** What stood against the code at the last try; null when the address carried none. */
  refusal: EnrolRefusal | null;
  tries: number;
}

/** What was said against the code stands until the next try has its answer. */
export function useEnrolmentByAddress({ first, again }: EnrolmentByAddress) {
  const [tried, setTried] = useState<Tried>({ goesOn: true, refusal: null, tries: 0 });
  const hear = useCallback(async (asked: Promise<EnrolOutcome | null>) => {
    const refusal = await refusalIn(asked);
    const goesOn = refusal === null && (await asked) !== null;
    setTried(({ tries }) => ({ goesOn, refusal, tries: tries + 1 }));
  }, []);
  useEffect(() => {
    void hear(first);
  }, [hear, first]);
  return { ...tried, tryAgain: () => void hear(again()) };
}
