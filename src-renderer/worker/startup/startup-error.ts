import type { StartupProblem } from '../../data/data-api';

/** The device cannot work, and why. */
export class StartupError extends Error {
  readonly problem: StartupProblem;
  constructor(problem: StartupProblem, cause: unknown) {
    super(`the device could not be started: ${problem}`, { cause });
    this.name = 'StartupError';
    this.problem = problem;
  }
}

export async function orFail<T>(problem: StartupProblem, opening: Promise<T>): Promise<T> {
  return opening.catch((error: unknown) => {
    throw new StartupError(problem, error);
  });
}
