import { fold } from '../../../shared/search/fold';
import type { LocalData } from '../db/local-data';
import type { Found } from './finder';

const last = '\uffff'; // sorts after every letter

/** Accounts whose name or client code begins with a text, from the database's own indexes: before ours is built. */
export async function prefixSearch(local: LocalData, text: string, limit: number): Promise<Found> {
  const prefix = fold(text);
  const accounts = local.table('accounts');
  if (prefix === '' || !accounts) return { ids: [], more: false };
  const code = text.trim();
  const [byCode, byName] = await Promise.all([
    accounts.find({
      selector: { clientCode: { $gte: code, $lt: `${code}${last}` } },
      sort: [{ clientCode: 'asc' }],
      index: ['clientCode'],
      limit: limit + 1,
    }),
    accounts.find({
      selector: { nameKey: { $gte: prefix, $lt: `${prefix}${last}` } },
      sort: [{ nameKey: 'asc' }],
      index: ['nameKey'],
      limit: limit + 1,
    }),
  ]);
  const ids = [...new Set([...byCode, ...byName].map(({ id }) => id))];
  return { ids: ids.slice(0, limit), more: ids.length > limit };
}
