import { powerCutSchedules } from '../../support/power-cut/power-cut-schedules';
import type { Scenario } from '../support/scenario';

/** A schedule is quick: the short form runs its rounds times twenty. */
const shortFactor = 20;

export const scenario: Scenario = {
  name: 'power-cut',
  proves:
    'power loss as a disk behaves that keeps any of the sectors which were not flushed: nothing acknowledged is missing after the start-up check. The disk is a model; one that lies about its flushes loses what it lied about.',
  rounds: 1_000,
  shortRounds: 5,
  round:
    'random day of saves, compactions, disk errors and power cuts over the fault-injecting file, shrunk when it breaks',
  run: async ({ rounds, random, tally, short }) => {
    const runs = short ? rounds * shortFactor : rounds;
    const seed = random(0).whole(0, 2 ** 31 - 1);
    const outcome = await powerCutSchedules({ runs, seed });
    if (outcome.failure !== null) {
      const kind = outcome.lost > 0 ? 'lost' : outcome.doubled > 0 ? 'doubled' : 'other';
      tally[kind](outcome.rounds, outcome.failure);
    }
    return `${outcome.rounds} schedules, ${outcome.saved} submissions said to be saved, ${outcome.starts} starts`;
  },
};
