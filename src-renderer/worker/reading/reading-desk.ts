import type { ReadingFacts } from '../../../shared/metering/reading-facts';
import { policyAt } from '../../../shared/metering/windows';
import type { ClockEvidence } from '../../../shared/model/submission';
import type { ReadingEntry } from '../../data/entry-api';
import type { DeviceClock } from '../clock';
import type { LocalData } from '../db/local-data';
import { type Enrolled, isSelfService } from '../device/surface';
import type { OwnLedger } from '../own/own-ledger';
import type { Visit } from '../visit/visit';
import { knownPolicies } from './policies';
import { judgedMeter, type MeterTruth, standingOf } from './standing';

/** What judging an entry needs. */
export interface ReadingDesk {
  local: LocalData;
  ledger: OwnLedger;
  clock: DeviceClock;
  enrolled: Enrolled;
  visit: Visit;
}

export interface Capture {
  capturedAt: string;
  clock: ClockEvidence;
}

/** The account, the meter and its history, or null when one of them is not here. */
export async function meterTruth(
  local: LocalData,
  entry: Omit<ReadingEntry, 'entry'>,
): Promise<MeterTruth | null> {
  const [account, history] = await Promise.all([
    local.get('accounts', entry.accountId),
    local.get('readings', entry.meterId),
  ]);
  const meter = account?.meters.find(({ id }) => id === entry.meterId);
  return account && meter ? { account, meter, history } : null;
}

/**
 * The facts of one entry on this device: the same for what is said while typing and for what is saved. Null when the
 * account, its meter or the policy is not here.
 */
export async function readingFactsFor(
  desk: Pick<ReadingDesk, 'local' | 'ledger' | 'enrolled'>,
  entry: ReadingEntry,
  capture: () => Capture,
): Promise<ReadingFacts | null> {
  const { local, ledger } = desk;
  const [truth, policies] = await Promise.all([meterTruth(local, entry), knownPolicies(local)]);
  if (!truth) return null;
  const { capturedAt, clock } = capture();
  const policy = policyAt(policies, capturedAt);
  if (!policy) return null;
  const standing = standingOf(truth, ledger, policies);
  return {
    entry: entry.entry,
    account: truth.account,
    meter: judgedMeter(truth, standing, { policy, capturedAt }),
    standing,
    policy,
    capturedAt,
    clock,
    byStaff: !isSelfService(desk),
    arrival: null,
  };
}
