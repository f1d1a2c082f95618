import { billing } from './kiosk-roads/billing';
import { forms } from './kiosk-roads/forms';
import { identify } from './kiosk-roads/identify';
import { lowered } from './kiosk-roads/lowered';
import { readings } from './kiosk-roads/readings';
import type { Road } from './kiosk-roads/road';
import { standstill } from './kiosk-roads/standstill';

/** Roads through the kiosk that pass all of its screens; `at` looks at one. */
export const kioskRoads: Record<string, Road> = {
  ...identify,
  ...readings,
  ...billing,
  ...forms,
  ...lowered,
  ...standstill,
};
