import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/assert-never';
import type { Formats } from '../../../shared/text/format';
import type { SyncStatus } from '../../data/sync-status';

interface Waiting {
  state: 'kept' | 'sent';
  connection: SyncStatus['connection'];
}

/** Why something has no verdict yet, and that nobody has to do anything for it. */
export function waitingReason(t: TFunction, format: Formats, { state, connection }: Waiting): string {
  if (state === 'sent')
    return t(connection.state === 'offline' ? 'care.waiting.answerLater' : 'care.waiting.answerOnItsWay');
  switch (connection.state) {
    case 'connecting':
      return t('care.waiting.connecting');
    case 'online':
      return t('care.waiting.sending');
    case 'locked-out':
      return t(`start.lockedOut.${connection.problem}`);
    case 'offline': {
      const why = connection.reason === 'server-trouble' ? 'serverTrouble' : 'offline';
      if (!connection.since) return t(`care.waiting.${why}`);
      return t(`care.waiting.${why}Since`, { since: format.moment(connection.since) });
    }
    default:
      return assertNever(connection);
  }
}
