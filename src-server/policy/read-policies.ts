import { Policy } from '../../shared/model/policy';
import type { Queryable } from '../db/connect';
import { policies } from '../db/schema/policies';

/** Every policy, past and coming: which one holds is chosen by the moment in question. */
export async function readPolicies(db: Queryable): Promise<Policy[]> {
  const rows = await db.select().from(policies).orderBy(policies.effectiveFrom);
  return rows.map(asPolicy);
}

/** The columns name and date a policy; whatever its content says of them is overruled. */
const asPolicy = ({ id, effectiveFrom, content }: typeof policies.$inferSelect): Policy =>
  Policy.parse({ ...(content as object), id, effectiveFrom });
