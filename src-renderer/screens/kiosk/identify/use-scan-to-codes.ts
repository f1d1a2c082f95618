import type { KioskView } from '../../../data/visit-api';
import { useKiosk } from '../navigation';
import { useScan } from './use-scan';

/** Before anybody has said who they are: a scanned invoice leads to the codes, filled in. */
export function useScanToCodes(kiosk: KioskView | undefined, onForeign: () => void): void {
  const { go } = useKiosk();
  useScan(kiosk, (scanned) => go({ at: 'codes', scanned }), onForeign);
}
