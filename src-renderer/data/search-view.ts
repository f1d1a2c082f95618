import type { Account } from '../../shared/model/account';

export interface SearchHit {
  accountId: string;
  holderName: string;
  serviceAddress: string;
  locality: string;
  clientCode: string;
  dwelling: Account['dwelling'];
  status: Account['status'];
  customerKind: Account['customerKind'];
  meterSerials: string[];
  /** Where this month's index stands over all meters that may send one. */
  month: 'nothing-yet' | 'held' | 'kept-here' | 'received' | 'not-expected';
}

export interface SearchResults {
  hits: SearchHit[];
  more: boolean; // there are more than `limit`
}
