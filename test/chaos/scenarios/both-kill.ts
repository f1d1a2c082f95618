import { crashDuringSubmissions } from '../support/crashes';
import type { Random } from '../support/random';
import type { Scenario } from '../support/scenario';
import type { ChaosUtility } from '../support/utility';
import { killPostgres } from './postgres-kill';

export const scenario: Scenario = {
  name: 'both-kill',
  proves:
    'kill -9 of server processes and PostgreSQL at once, among submissions. It proves process death, not power loss.',
  rounds: 20,
  shortRounds: 1,
  round: 'kill -9 of PostgreSQL and of server processes at once, among the submissions of 20 devices',
  run: (context) =>
    crashDuringSubmissions(context, async (utility, random) => {
      const postgres = killPostgres(utility, random);
      await Promise.all([postgres, killServersUntil(utility, random, postgres)]);
    }),
};

/** A server that starts migrates first: it is started when PostgreSQL is there again. */
async function killServersUntil(
  { servers }: ChaosUtility,
  random: Random,
  postgres: Promise<void>,
): Promise<void> {
  const victims = random.shuffled(servers).slice(0, random.whole(1, servers.length));
  await Promise.all(victims.map((server) => server.kill()));
  await postgres;
  await Promise.all(victims.map((server) => server.start()));
}
