import type { SentinelMark } from '../../../../shared/journal/sentinel';

export type OpfsRequest =
  | { do: 'suite' }
  | { do: 'load' }
  | { do: 'append'; seq: number }
  | { do: 'compact'; before: string }
  | { do: 'mark'; mark: SentinelMark };

export interface OpfsAnswer {
  problem?: string;
  facts?: { fact: string; problem: string | null }[];
  seqs?: number[];
  setAside?: number;
  lastSeq?: number;
  mark?: SentinelMark | 'damaged' | null;
}
