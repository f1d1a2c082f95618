import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { settlingOf } from '../../shared/metering/decision-rules';
import { Submission } from '../../shared/model/submission';
import { type Settlement, Verdict } from '../../shared/model/verdict';
import type { Queryable } from '../db/connect';
import { devices } from '../db/schema/devices';
import { staff } from '../db/schema/people';
import { submissions, verdicts } from '../db/schema/submissions';
import { documentSources } from './documents';
import type { Viewer } from './viewer';

/** Verdicts, each with what the decision that settled it says; who decided, why, and the devices' names are for counters. */
export async function renderVerdicts(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Verdict>> {
  const d = alias(verdicts, 'd'); // the name by which `documentSources` speaks of it
  const rows = await db
    .select()
    .from(d)
    .where(and(inArray(d.submissionId, [...ids]), documentSources.verdicts.visibleTo(viewer)));
  const settlements = await settlementsOf(
    db,
    viewer,
    rows.flatMap(({ settledBy }) => settledBy ?? []),
  );
  const names = viewer.isCounter ? await namesOf(db, new Set(rows.map(({ deviceId }) => deviceId))) : null;
  return new Map(
    rows.map(({ submissionId: id, ...row }) => {
      const settlement = settlements.get(row.settledBy ?? '') ?? null;
      const deviceName = names?.get(row.deviceId) ?? null;
      return [id, Verdict.parse({ ...row, id, deviceName, settlement })];
    }),
  );
}

async function namesOf(db: Queryable, deviceIds: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: devices.id, name: devices.name })
    .from(devices)
    .where(inArray(devices.id, [...deviceIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const staffIdIn = sql`${submissions.content} -> 'actor' ->> 'staffId'`;

/** By the decision's or correction's id. The name is our table's, not the device's word. */
async function settlementsOf(
  db: Queryable,
  { isCounter }: Viewer,
  settledBy: string[],
): Promise<Map<string, Settlement>> {
  if (settledBy.length === 0) return new Map();
  const rows = await db
    .select({ content: submissions.content, name: staff.displayName })
    .from(submissions)
    .leftJoin(staff, eq(staff.id, staffIdIn))
    .where(inArray(submissions.id, settledBy));
  const found = rows.flatMap(({ content, name }): [string, Settlement][] => {
    const submission = Submission.parse(content);
    const settling = settlingOf(submission);
    if (!settling) return [];
    const { action, corrected, note } = settling;
    const told = isCounter ? { note, by: name } : { note: null, by: null };
    const at = submission.capturedAt;
    return [[submission.id, { action: corrected ? 'corrected' : action, at, ...told }]];
  });
  return new Map(found);
}
