import { type SQL, sql } from 'drizzle-orm';
import type { CollectionName } from '../../shared/sync/collections';
import { deviceScope, officeScope, type Scope } from '../changes/scopes';
import type { Viewer } from './viewer';

/** Where a collection's documents are, which of them a device may hold, and under which counters they change. */
export interface DocumentSource {
  scopes: (viewer: Viewer) => Scope[];
  from: SQL;
  id: SQL;
  visibleTo: (viewer: Viewer) => SQL;
}

const ownOffices = ({ officeIds }: Viewer): Scope[] => officeIds.toSorted().map(officeScope);
const inOwnOffice = ({ officeIds }: Viewer): SQL => sql`a.office_id = any(${sql.param(officeIds)}::text[])`;

export const documentSources: Record<CollectionName, DocumentSource> = {
  policy: { scopes: () => ['policy'], from: sql`policies d`, id: sql`d.id`, visibleTo: () => sql`true` },
  staff: {
    scopes: ({ isCounter }) => (isCounter ? ['staff'] : []),
    from: sql`staff d`,
    id: sql`d.id`,
    visibleTo: ({ isCounter }) => sql`${isCounter}::boolean`,
  },
  accounts: { scopes: ownOffices, from: sql`accounts a`, id: sql`a.id`, visibleTo: inOwnOffice },
  readings: {
    scopes: ownOffices,
    from: sql`meters d join accounts a on a.id = d.account_id`,
    id: sql`d.id`,
    visibleTo: inOwnOffice,
  },
  invoices: {
    scopes: ownOffices,
    from: sql`invoices d join accounts a on a.id = d.account_id`,
    id: sql`d.id`,
    visibleTo: (viewer) =>
      sql`${inOwnOffice(viewer)} and (d.outstanding_bani > 0 or d.issued_on >= ${viewer.historySince}::date)`,
  },
  payments: {
    scopes: ownOffices,
    from: sql`payments d join accounts a on a.id = d.account_id`,
    id: sql`d.id`,
    visibleTo: (viewer) =>
      sql`${inOwnOffice(viewer)} and d.accepted and d.paid_at >= ${viewer.historySince}::date::timestamp at time zone 'UTC'`,
  },
  verdicts: {
    scopes: (viewer) => [deviceScope(viewer.deviceId), ...(viewer.isCounter ? ownOffices(viewer) : [])],
    from: sql`verdicts d`,
    id: sql`d.submission_id`,
    visibleTo: ({ deviceId, isCounter, officeIds }) =>
      isCounter
        ? sql`(d.device_id = ${deviceId} or d.office_id = any(${sql.param(officeIds)}::text[]))`
        : sql`d.device_id = ${deviceId}`,
  },
};
