import { fold } from '../../shared/search/fold';
import type { SearchHit, SearchResults } from '../../src-renderer/data/search-view';
import type { Own } from './fake-submissions';
import type { FakeCustomer } from './fake-utility';

interface Searched {
  customers: readonly FakeCustomer[];
  own: readonly Own[]; // newest first
}

/** Finds what has every word anywhere in what is shown of it. */
export function searchFake(searched: Searched, text: string, limit: number): SearchResults {
  if (text === '') return { hits: [], more: false };
  const words = fold(text).split(' ');
  const hits = searched.customers
    .map((customer) => hitOf(customer, searched.own))
    .filter((hit) => {
      const known = fold(Object.values(hit).join(' '));
      return words.every((word) => known.includes(word));
    });
  return { hits: hits.slice(0, limit), more: hits.length > limit };
}

function hitOf({ account, meters }: FakeCustomer, own: readonly Own[]): SearchHit {
  const { id: accountId, holderName, serviceAddress, locality, clientCode } = account;
  const { dwelling, status, customerKind } = account;
  const sent = own.find((made) => made.accountId === accountId && made.kind === 'reading');
  const expected = status === 'active' && dwelling === 'house' && meters.some(({ meter }) => !meter.remote);
  const month = sent?.state === 'received' ? 'received' : sent ? 'kept-here' : 'nothing-yet';
  return {
    accountId,
    holderName,
    serviceAddress,
    locality,
    clientCode,
    dwelling,
    status,
    customerKind,
    meterSerials: meters.map(({ meter }) => meter.serial),
    month: expected ? month : 'not-expected',
  };
}
