import type { DecisionTarget } from '../../../shared/metering/decision-rules';
import type { Verdict } from '../../../shared/model/verdict';
import type { Device } from '../../../shared/sync/device';
import type { LocalData } from '../db/local-data';
import type { OwnLedger } from '../own/own-ledger';
import { isDealtWith } from '../own/settlements';

export interface KnownTarget {
  target: DecisionTarget | null;
  accountId: string | null;
  inScope: boolean;
}

interface Sources {
  local: LocalData;
  ledger: OwnLedger;
  device: () => Device | null;
}

/** What this device knows of a submission that somebody wants to settle: its own, or another device's by its verdict. */
export async function knownTarget(
  { local, ledger, device }: Sources,
  submissionId: string,
): Promise<KnownTarget> {
  const own = ledger.get(submissionId);
  const verdict = ledger.verdicts.get(submissionId) ?? (await local.get('verdicts', submissionId));
  const accountId = verdict?.accountId ?? own?.onBehalfOf ?? null;
  const kind = verdict?.kind ?? own?.kind;
  const inScope = verdict === null || isWithin(verdict, device());
  if (!kind || (!verdict && !ledger.isSetAside(submissionId))) return { target: null, accountId, inScope };
  const settled = (verdict?.settledBy ?? null) !== null || isDealtWith(ledger, submissionId);
  const registerDigits = await digitsOf(local, verdict);
  return { target: { kind, verdict, settled, registerDigits }, accountId, inScope };
}

const isWithin = ({ deviceId, officeId }: Verdict, device: Device | null): boolean =>
  deviceId === device?.id || device?.offices.some(({ id }) => id === officeId) === true;

async function digitsOf(local: LocalData, verdict: Verdict | null): Promise<number | null> {
  if (!verdict?.accountId || !verdict.summary) return null;
  const account = await local.get('accounts', verdict.accountId);
  const { meterId } = verdict.summary;
  return account?.meters.find(({ id }) => id === meterId)?.digits ?? null;
}
