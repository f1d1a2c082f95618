import { getTableConfig } from 'drizzle-orm/pg-core';
import { allTables } from '../db/all-tables';

interface TableOfOurs {
  name: string;
  refersTo: string[];
}

const described: readonly TableOfOurs[] = allTables.map((table) => {
  const { name, foreignKeys } = getTableConfig(table);
  const refersTo = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
  return { name, refersTo: refersTo.filter((other) => other !== name) };
});

/** The names of all our tables, each after those that it refers to: rows can be loaded in this order. */
export const ourTables: readonly string[] = inLoadingOrder(described);

function inLoadingOrder(tables: readonly TableOfOurs[]): string[] {
  const ordered: string[] = [];
  for (let rest = tables; rest.length > 0; ) {
    const ready = rest.filter(({ refersTo }) => refersTo.every((name) => ordered.includes(name)));
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${rest.map(({ name }) => name)}.`);
    ordered.push(...ready.map(({ name }) => name));
    rest = rest.filter(({ name }) => !ordered.includes(name));
  }
  return ordered;
}

/** A name as SQL; ours are plain words, but a manifest comes from a file. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
