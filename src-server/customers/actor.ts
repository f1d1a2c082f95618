import type { Submission } from '../../shared/model/submission';

/** Who the audit says did something: a person of the utility, or the account's own customer. */
export const auditActor = ({ actor }: Pick<Submission, 'actor'>, accountId: string): string =>
  actor.kind === 'staff' ? actor.staffId : `customer:${accountId}`;
