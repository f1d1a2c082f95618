import type { Problem, ProblemCode } from '../../shared/sync/problem';

const kinds: Record<ProblemCode, { status: number; title: string }> = {
  'bad-request': { status: 400, title: 'The request is not of the agreed shape.' },
  unauthenticated: { status: 401, title: 'This route asks for a device token that we gave.' },
  'device-revoked': { status: 403, title: 'This device was revoked.' },
  'code-unknown': { status: 403, title: 'No such enrolment code.' },
  'wrong-credentials': { status: 403, title: 'User name or password is wrong.' },
  'staff-disabled': { status: 403, title: 'This person may no longer sign in.' },
  'not-a-supervisor': { status: 403, title: 'Only a supervisor may do this.' },
  'not-signed-in': { status: 403, title: 'This person has to sign in at this device again.' },
  'not-an-export': { status: 422, title: 'This is no export of what waits on a device, or it is damaged.' },
  'other-server': { status: 422, title: 'This export was sealed for another server.' },
  'other-office': {
    status: 403,
    title: 'This export is of a device of another office: it is imported there, or at the server.',
  },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'code-used': { status: 410, title: 'This enrolment code was used already.' },
  'too-large': { status: 413, title: 'The request is too large.' },
  'protocol-too-old': { status: 426, title: 'This device must be updated before it can pull.' },
  'email-not-confirmed': { status: 403, title: 'The e-mail address was not confirmed yet.' },
  'visit-over': { status: 403, title: 'The customer has to sign in again.' },
  'amount-changed': { status: 409, title: 'The invoices ask for another amount by now.' },
  'no-card-terminal': { status: 409, title: 'No card terminal answers for this device.' },
  'no-payment-page': { status: 409, title: 'No payment page is set up, or it does not answer.' },
  'terminal-busy': { status: 409, title: 'The card terminal is busy with another payment.' },
  'too-fast': { status: 429, title: 'Too many tries: wait a moment.' },
  'server-trouble': { status: 500, title: 'The server has trouble; what was sent is safe to send again.' },
};

export interface ProblemDetails {
  detail?: string;
  retryAfterMs?: number;
  status?: number; // instead of the code's own
}

/** Thrown anywhere in a request; becomes the reply. */
export class HttpProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, { status, ...rest }: ProblemDetails = {}) {
    super(rest.detail ?? kinds[code].title);
    this.name = 'HttpProblem';
    this.problem = {
      type: `urn:ghiseu:problem:${code}`,
      title: kinds[code].title,
      status: status ?? kinds[code].status,
      code,
      ...rest,
    };
  }
}
