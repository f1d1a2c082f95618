import type { Account } from '../../../shared/model/account';
import { fold } from '../../../shared/search/fold';
import type { LocalData } from '../db/local-data';

/** Accounts whose name or client code begins with a text, from the database's own indexes: before ours is built. */
export async function prefixSearch(
  local: LocalData,
  text: string,
  limit: number,
): Promise<{ accounts: Account[]; more: boolean }> {
  const prefix = fold(text);
  const table = local.table('accounts');
  if (prefix === '' || !table) return { accounts: [], more: false };
  const [byCode, byName] = await Promise.all([
    table.beginningWith('clientCode', text.trim(), limit + 1),
    table.beginningWith('nameKey', prefix, limit + 1),
  ]);
  const found = new Map([...byCode, ...byName].map((account) => [account.id, account]));
  return { accounts: [...found.values()].slice(0, limit), more: found.size > limit };
}
