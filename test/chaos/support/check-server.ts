import type { Submission } from '../../../shared/model/submission';
import type { CollectionName } from '../../../shared/sync/collections';
import { DigestSum } from '../../../shared/sync/digest';
import { PullResponse } from '../../../shared/sync/pull';
import { routes } from '../../../shared/sync/routes';
import type { Database } from '../../../src-server/db/connect';
import { headersOf } from '../../support/device-client';
import type { Tally } from './scenario';

interface Kept {
  id: string;
  verdicts: number;
  revisions: number;
  outcome: string | null;
}

/** What the tables have of every submission. */
export async function keptByServer(database: Database): Promise<Map<string, Kept>> {
  const { rows } = await database.pool.query<Kept>(
    `select s.id, (select count(*)::int from verdicts v where v.submission_id = s.id) as verdicts,
       (select count(*)::int from reading_revisions r where r.submission_id = s.id) as revisions,
       (select min(outcome) from verdicts v where v.submission_id = s.id) as outcome from submissions s`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const named = ({ id, receiptNumber, payload }: Submission): string =>
  `${id} (receipt ${receiptNumber}, meter ${String(payload.meterId)}, index ${String(payload.index)})`;

export interface Promises {
  round: number;
  database: Database;
  /** What devices have said to be saved. */
  promised: readonly Submission[];
  /** Whether the scenario lets the server hold or refuse any. */
  allAccepted: boolean;
}

/** Every promised submission is on the server once, with one verdict and one revision, and nothing else is. */
export async function checkServer(tally: Tally, promises: Promises): Promise<void> {
  const { round, database, promised, allAccepted } = promises;
  const kept = await keptByServer(database);
  const expected = new Map(promised.map((submission) => [submission.id, submission]));
  for (const submission of promised) {
    const row = kept.get(submission.id);
    if (!row || row.verdicts === 0)
      tally.lost(round, `${row ? 'no verdict on' : 'not on the server:'} ${named(submission)}`);
    else if (row.revisions === 0) tally.lost(round, `no revision of ${named(submission)}`);
    else if (row.verdicts > 1 || row.revisions > 1) tally.doubled(round, named(submission));
    else if (allAccepted && row.outcome !== 'accepted')
      tally.other(round, `${row.outcome}: ${named(submission)}`);
  }
  for (const id of kept.keys())
    if (!expected.has(id)) tally.other(round, `on the server, promised by nobody: ${id}`);
}

/** Values that were each sent once: twice the same is one that was applied twice under two ids. */
export async function checkIntents(tally: Tally, round: number, database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ meter_id: string; index: number; times: number }>(
    `select meter_id, index, device_id, count(*)::int as times from reading_revisions
     where submission_id is not null group by meter_id, index, device_id having count(*) > 1`,
  );
  for (const { meter_id, index, times } of rows)
    tally.doubled(round, `index ${index} of ${meter_id} is there ${times} times`);
}

/** Count and hash of what the server would give a new device. */
export async function serverDigest(url: string, token: string, collection: CollectionName) {
  const documents = new Map<string, unknown>(); // a document that changes meanwhile comes again
  const limit = 1_000;
  for (let checkpoint: string | null = null; ; ) {
    const query = new URLSearchParams({ limit: String(limit), ...(checkpoint ? { checkpoint } : {}) });
    const reply = await fetch(`${url}${routes.pull(collection)}?${query}`, { headers: headersOf(token) });
    if (!reply.ok) throw new Error(`pull ${collection}: ${reply.status} ${await reply.text()}`);
    const page = PullResponse.parse(await reply.json());
    for (const document of page.documents) documents.set(document.id, document);
    checkpoint = JSON.stringify(page.checkpoint);
    if (page.documents.length < limit) return digestOf([...documents.values()]);
  }
}

export function digestOf(documents: readonly unknown[]) {
  const sum = new DigestSum();
  for (const document of documents) {
    if (!(document instanceof Object && '_deleted' in document)) sum.add(document);
  }
  return sum.digest;
}
