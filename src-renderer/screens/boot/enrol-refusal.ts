import { useEffect, useState } from 'react';
import type { EnrolOutcome } from '../../data/device-api';

type NotEnrolled = Exclude<EnrolOutcome, { outcome: 'enrolled' }>;

/** Why a machine did not become a device; each has its words at `start.enrol`. */
export type EnrolRefusal =
  | Extract<NotEnrolled, { outcome: 'refused' }>['reason']
  | Exclude<NotEnrolled['outcome'], 'refused'>
  | 'unexpected'; // this machine itself failed

/** @returns null: it is enrolled, or there was no code to try */
export async function refusalIn(answering: Promise<EnrolOutcome | null>): Promise<EnrolRefusal | null> {
  try {
    const answer = await answering;
    if (!answer || answer.outcome === 'enrolled') return null;
    return answer.outcome === 'refused' ? answer.reason : answer.outcome;
  } catch (error) {
    console.error('enrolling failed', error);
    return 'unexpected';
  }
}

/** What stood against the code in the page's address, once that is known. */
export function useRefusal(byAddress: Promise<EnrolOutcome | null>): EnrolRefusal | null {
  const [refusal, setRefusal] = useState<EnrolRefusal | null>(null);
  useEffect(() => {
    let over = false;
    void refusalIn(byAddress).then((heard) => !over && setRefusal(heard));
    return () => {
      over = true;
    };
  }, [byAddress]);
  return refusal;
}
