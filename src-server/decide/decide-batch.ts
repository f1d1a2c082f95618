import { eq } from 'drizzle-orm';
import type { SubmissionAnswer, SubmissionsRequest } from '../../shared/sync/submissions';
import { audit } from '../db/schema/audit';
import { devices } from '../db/schema/devices';
import { postgresCode } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import { isUnreachableDatabase } from '../http/problem-replies';
import { readPolicies } from '../policy/read-policies';
import type { ServerContext } from '../server-context';
import { contentHash } from './canonical';
import { decideSubmission } from './decide-submission';
import { parseRow, type Row } from './row';
import { storedAnswers } from './stored-answer';

/**
 * Answers a device's request, and remembers when it last had nothing left to send.
 * @param isAwaited whether the device still waits for the answer
 */
export async function decideBatch(
  context: ServerContext,
  device: CallingDevice,
  request: SubmissionsRequest,
  isAwaited: () => boolean,
): Promise<SubmissionAnswer[]> {
  const receivedAt = context.clock.now();
  const rows = request.submissions;
  const answers = await decideRows(context, device, { rows, mostMs: mostBatchMs, isAwaited });
  await rememberExchange(context, device, { receivedAt, isEmpty: request.stillWaiting === 0 });
  return answers;
}

/** What deciding needs of the server; a command has less than a server that listens. */
export type DecidingContext = Pick<ServerContext, 'database' | 'clock'> & {
  watch: Pick<ServerContext['watch'], 'changed'>;
};

interface Batch {
  rows: readonly unknown[];
  mostMs: number;
  /** Nothing more is decided for somebody who has gone: the same rows come again, and would wait for themselves. */
  isAwaited?: () => boolean;
}

/**
 * Answers each row, in order, each in a transaction of its own: one that cannot be read or decided blocks no other.
 * Where a row failed for a reason of ours, or time is up, all of it fails at its end: what was decided stays decided,
 * and takes no time of whoever asks again for the rest.
 * @param device the one that made the submissions
 */
export async function decideRows(
  context: DecidingContext,
  device: CallingDevice,
  { rows, mostMs, isAwaited = () => true }: Batch,
): Promise<SubmissionAnswer[]> {
  const receivedAt = context.clock.now();
  const untilMs = context.clock.nowMs() + mostMs;
  const policies = await readPolicies(context.database.db);
  const read = rows.map((content) => parseRow(content, device.id));
  const ids = read.flatMap((row) => (row.sound ? [row.submission.id] : []));
  const stored = await storedAnswers(context.database.db, ids);
  const answers: SubmissionAnswer[] = [];
  const failures: unknown[] = [];
  for (const row of read) {
    const known = row.sound ? stored.get(row.submission.id) : undefined;
    if (known && known.hash === contentHash(row.content)) {
      answers.push(known.answer);
      continue;
    }
    if (context.clock.nowMs() > untilMs || !isAwaited()) throw outOfTime(answers.length);
    try {
      answers.push(await answerRow(context, row, { device, policies, receivedAt }));
    } catch (error) {
      if (error instanceof Error && isUnreachableDatabase(error)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return answers;
}

/** No row is begun later than this in a device's request, so that the answer comes before the device's own time limit for a request (30 s). */
const mostBatchMs = 15_000;

const outOfTime = (decided: number): HttpProblem =>
  new HttpProblem('server-trouble', {
    status: 503,
    detail: `${decided} submissions are decided; send all of them again for the rest.`,
    retryAfterMs: 500,
  });

type Arrival = Pick<Parameters<typeof decideSubmission>[1], 'device' | 'policies' | 'receivedAt'>;

async function answerRow(context: DecidingContext, row: Row, arrival: Arrival): Promise<SubmissionAnswer> {
  if (!row.sound) return refuseRow(context, arrival.device, { ...row, code: 'malformed' });
  const { submission, content } = row;
  try {
    const decidedAt = context.clock.now();
    const arriving = { ...arrival, submission, content, decidedAt };
    const answer = await decideSubmission(context.database.db, arriving);
    if (answer.outcome !== 'not-recorded') {
      context.watch.changed();
      return answer;
    }
    const reason = 'The id is known with other content.';
    return refuseRow(context, arrival.device, { id: submission.id, content, reason, code: 'id-reused' });
  } catch (error) {
    // Class 22: PostgreSQL cannot store the value (a NUL in a text, a number too large).
    if (!(error instanceof Error) || !postgresCode(error)?.startsWith('22')) throw error;
    const reason = String(error.cause ?? error);
    return refuseRow(context, arrival.device, { id: submission.id, content, reason, code: 'malformed' });
  }
}

interface RefusedRow {
  id: string | null;
  content: unknown;
  reason: string;
  code: 'malformed' | 'id-reused';
}

const mostKept = 4_000; // characters of a row that we cannot take: enough to see what was typed

/** Answers a row that is not recorded, and keeps what it said: no typed index is lost in silence. */
async function refuseRow(
  { database, clock }: DecidingContext,
  device: CallingDevice,
  { id, content, reason, code }: RefusedRow,
): Promise<SubmissionAnswer> {
  await database.db.insert(audit).values({
    at: clock.now(),
    deviceId: device.id,
    actor: `device:${device.id}`,
    action: 'submission-not-recorded',
    subject: id ?? 'unreadable',
    detail: { code, reason: quoted(reason), row: quoted(content) },
  });
  return { id, outcome: 'not-recorded', findings: [{ code }] };
}

/**
 * As JSON text within a text, without half characters, so that not even a NUL keeps it from being stored; without what
 * was sealed, which is kept nowhere once it is answered.
 */
const quoted = (value: unknown): string =>
  Buffer.from((JSON.stringify(value, withoutSealed) ?? '').slice(0, mostKept)).toString();

const withoutSealed = (key: string, value: unknown): unknown =>
  key === 'sealed' || key === 'sealedProof' ? '(sealed)' : value;

async function rememberExchange(
  { database }: ServerContext,
  device: CallingDevice,
  { receivedAt, isEmpty }: { receivedAt: string; isEmpty: boolean },
): Promise<void> {
  await database.db
    .update(devices)
    .set({ lastExchangeAt: receivedAt, ...(isEmpty ? { lastEmptyOutboxAt: receivedAt } : {}) })
    .where(eq(devices.id, device.id));
}
