import { setTimeout as pause } from 'node:timers/promises';
import { crashDuringSubmissions } from '../support/crashes';
import type { Random } from '../support/random';
import type { Scenario } from '../support/scenario';
import type { ChaosUtility } from '../support/utility';

/** kill -9 of one, two or all server processes at once, and their return. */
export async function killServers({ servers }: ChaosUtility, random: Random): Promise<void> {
  const victims = random.shuffled(servers).slice(0, random.whole(1, servers.length));
  await Promise.all(victims.map((server) => server.kill()));
  await pause(random.whole(0, 500));
  await Promise.all(victims.map((server) => server.start()));
}

export const scenario: Scenario = {
  name: 'server-kill',
  proves:
    'kill -9 of server processes among submissions: each submission is decided once, whoever decides it. Not the loss of the machine.',
  rounds: 40,
  shortRounds: 2,
  round: 'kill -9 of one to three of three server processes among the submissions of 20 devices',
  run: (context) => crashDuringSubmissions(context, killServers),
};
