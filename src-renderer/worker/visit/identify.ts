import type { Codes, IdentifyOutcome } from '../../data/visit-api';
import { isSelfService } from '../device/surface';
import { begun } from './begun';
import { checkCodes } from './check-codes';
import { plainCode } from './codes';
import type { VisitDesk } from './visit-desk';

/** Begins a visit by the two codes on the invoice; only at a kiosk are there visits. */
export async function identify(desk: VisitDesk, codes: Codes): Promise<IdentifyOutcome> {
  if (!isSelfService(desk)) return { outcome: 'not-possible' };
  const { endings } = desk.visit;
  const outcome = await checkCodes(desk, codes);
  if (outcome.outcome !== 'identified') return outcome;
  const { accountId } = outcome;
  const proof = { kind: 'codes' as const, internalCode: plainCode(codes.internalCode) };
  const shown = new Map([[accountId, { proof, endsAt: null, profile: null }]]);
  return begun(desk, endings, { accountId, shownBy: 'codes', shown }) ? outcome : { outcome: 'not-possible' };
}
