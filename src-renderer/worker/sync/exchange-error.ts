import { Problem, type ProblemCode } from '../../../shared/sync/problem';

/** Why an exchange with the server came to nothing. */
export class ExchangeError extends Error {
  /** `refused`: the server understood and said no, with `code`. */
  readonly kind: 'unreachable' | 'trouble' | 'refused';
  readonly code: ProblemCode | null;
  readonly retryAfterMs: number | null;

  constructor(kind: ExchangeError['kind'], problem: Partial<Problem> = {}, cause?: unknown) {
    super(problem.title ?? `exchange with the server: ${kind}`, { cause });
    this.name = 'ExchangeError';
    this.kind = kind;
    this.code = problem.code ?? null;
    this.retryAfterMs = problem.retryAfterMs ?? null;
  }
}

/** The error in a reply that is not 2xx. A reply that is not our server's own (a proxy's page) is trouble, not a refusal. */
export async function errorIn(response: Response): Promise<ExchangeError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = Problem.safeParse(body);
  if (!problem.success) {
    return new ExchangeError('trouble', { title: `the server answered ${response.status}` });
  }
  const passing = problem.data.status >= 500 || problem.data.code === 'too-fast';
  return new ExchangeError(passing ? 'trouble' : 'refused', problem.data);
}
