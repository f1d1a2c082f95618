import { bigint } from 'drizzle-orm/pg-core';

/** Money as an integer number of bani. */
export const bani = (name: string) => bigint(name, { mode: 'number' });
