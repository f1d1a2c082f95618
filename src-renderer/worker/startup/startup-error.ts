import type { StartupProblem } from '../../data/device-api';

/** The device cannot work, and why. */
export class StartupError extends Error {
  readonly problem: StartupProblem;
  constructor(problem: StartupProblem, cause: unknown) {
    super(`the device could not be started: ${problem}`, { cause });
    this.name = 'StartupError';
    this.problem = problem;
  }
}

/** The value of an opening, or the problem that stands for its failing; what somebody else holds is stuck, not broken. */
export async function orFail<T>(problem: StartupProblem, opening: Promise<T>): Promise<T> {
  return opening.catch((error: unknown) => {
    const taken = error instanceof DOMException && error.name === 'NoModificationAllowedError';
    throw new StartupError(taken ? 'database-stuck' : problem, error);
  });
}
