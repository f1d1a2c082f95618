import type { ProblemCode } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import { ImportWaitingRequest, ImportWaitingResponse } from '../../../shared/sync/sealed-export';
import type { SubmissionAnswer } from '../../../shared/sync/submissions';
import type { ImportOutcome } from '../../data/care-api';
import type { Connection } from '../sync/connection';
import { ExchangeError } from '../sync/exchange-error';

const timeoutMs = 120_000; // a file may hold thousands, and each is decided in a transaction of its own

type Refusal = Extract<ImportOutcome, { outcome: 'refused' }>['reason'];

const refusals: Partial<Record<ProblemCode, Refusal>> = {
  'wrong-credentials': 'wrong-credentials',
  'staff-disabled': 'wrong-credentials',
  'not-a-supervisor': 'not-a-supervisor',
  'not-an-export': 'not-an-export',
  'too-large': 'not-an-export',
  'other-server': 'other-server',
  'other-office': 'other-office',
  'too-fast': 'too-fast',
};

/** Hands another device's sealed export to the server. Asked again with the same file it changes nothing. */
export async function importWaiting(
  connection: Connection,
  file: { sealed: string; userName: string; password: string },
): Promise<ImportOutcome> {
  const request = ImportWaitingRequest.safeParse(file);
  if (!request.success) return { outcome: 'refused', reason: reasonFor(file) };
  try {
    const { answers, deviceId } = await connection.exchange({
      path: routes.importWaiting,
      body: request.data,
      reply: ImportWaitingResponse,
      timeoutMs,
    });
    return { outcome: 'imported', deviceId, ...counted(answers) };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    if (error.code === 'server-trouble') return { outcome: 'go-on' };
    const reason = error.code === null ? undefined : refusals[error.code];
    return reason ? { outcome: 'refused', reason } : { outcome: 'offline' };
  }
}

const reasonFor = ({ userName, password }: { userName: string; password: string }): Refusal =>
  ImportWaitingRequest.omit({ sealed: true }).safeParse({ userName, password }).success
    ? 'not-an-export'
    : 'wrong-credentials';

function counted(answers: readonly SubmissionAnswer[]) {
  const count = (wanted: SubmissionAnswer['outcome']): number =>
    answers.filter(({ outcome }) => outcome === wanted).length;
  return {
    accepted: count('accepted'),
    held: count('held'),
    refused: count('refused'),
    notRecorded: count('not-recorded'),
  };
}
