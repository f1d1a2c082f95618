import type { Random } from './random';
import type { Undo } from './undo';

/** One way in which things are broken, and what must hold all the same. */
export interface Scenario {
  name: string;
  /** What a run that is met shows, and what it does not. */
  proves: string;
  /** How many rounds are run when nobody says otherwise, and what one round is. */
  rounds: number;
  /** How many of them the short form runs. */
  shortRounds: number;
  round: string;
  run(context: ScenarioContext): Promise<string>; // what was done, with its figures
}

export interface ScenarioContext {
  rounds: number;
  /** The short form: fewer devices and submissions are enough. */
  short: boolean;
  /** The generator of a round (0: of what comes before the first); the same for the same seed. */
  random(round: number): Random;
  /** Everything that was found wrong goes here. */
  tally: Tally;
  /** What is started is ended here, also when the run is interrupted. */
  undo: Undo;
  /** One line to the person who waits. */
  say(line: string): void;
}

export interface Trouble {
  round: number;
  kind: 'lost' | 'doubled' | 'other';
  what: string;
}

export class Tally {
  readonly troubles: Trouble[] = [];

  lost(round: number, what: string): void {
    this.troubles.push({ round, kind: 'lost', what });
  }

  doubled(round: number, what: string): void {
    this.troubles.push({ round, kind: 'doubled', what });
  }

  other(round: number, what: string): void {
    this.troubles.push({ round, kind: 'other', what });
  }

  count(kind: Trouble['kind']): number {
    return this.troubles.filter((trouble) => trouble.kind === kind).length;
  }
}
