import type { EnrolOutcome } from '../../data/device-api';

type NotEnrolled = Exclude<EnrolOutcome, { outcome: 'enrolled' }>;

/** Why a machine did not become a device; each has its words at `start.enrol`. */
export type EnrolRefusal =
  | Extract<NotEnrolled, { outcome: 'refused' }>['reason']
  | Exclude<NotEnrolled['outcome'], 'refused'>
  | 'unexpected'; // this machine itself failed

type Passing = 'offline' | 'server-trouble' | 'too-fast';

/** Nothing was said against the code: the same try may succeed later. */
export const isPassing = (refusal: EnrolRefusal): refusal is Passing =>
  refusal === 'offline' || refusal === 'server-trouble' || refusal === 'too-fast';

/** The words for a machine that was enrolled by its address, and tries again by itself what may yet succeed. */
export const wordsByAddress = (refusal: EnrolRefusal) =>
  isPassing(refusal) ? (`start.enrol.byItself.${refusal}` as const) : (`start.enrol.${refusal}` as const);

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
