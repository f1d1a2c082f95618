import { setTimeout as pause } from 'node:timers/promises';
import { crashDuringSubmissions } from '../support/crashes';
import type { Random } from '../support/random';
import type { Scenario } from '../support/scenario';
import type { ChaosUtility } from '../support/utility';

/** kill -9 of PostgreSQL, or of its first process alone, and the start that finds what was left behind. */
export async function killPostgres(utility: ChaosUtility, random: Random): Promise<void> {
  utility.killPostgres(random.happens(0.5));
  await pause(random.whole(0, 300));
  await utility.startPostgres();
}

export const scenario: Scenario = {
  name: 'postgres-kill',
  proves:
    'kill -9 of PostgreSQL, or of its postmaster alone, among submissions: what was committed is there, nothing is there twice. It proves process death; power loss is PostgreSQL’s own fsync.',
  rounds: 20,
  shortRounds: 2,
  round: 'kill -9 of PostgreSQL among the submissions of 20 devices to 3 server processes',
  run: (context) => crashDuringSubmissions(context, killPostgres),
};
