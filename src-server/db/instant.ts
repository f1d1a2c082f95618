import { customType } from 'drizzle-orm/pg-core';

/**
 * A moment as the rest of the product writes it: `2026-11-25T08:00:00.000Z`, always UTC with milliseconds.
 * PostgreSQL's own text form (`2026-11-25 08:00:00+00`) neither sorts nor parses as our wire's.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (text) => new Date(text).toISOString(),
});

/** SQL text that renders a timestamptz column as an instant, for queries that build JSON. */
export const instantSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
