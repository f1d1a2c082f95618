import { answers } from './kiosk-roads/answers';
import { billing } from './kiosk-roads/billing';
import { forms } from './kiosk-roads/forms';
import { identify } from './kiosk-roads/identify';
import { lists } from './kiosk-roads/lists';
import { lowered } from './kiosk-roads/lowered';
import { readings } from './kiosk-roads/readings';
import { refusals } from './kiosk-roads/refusals';
import type { Road } from './kiosk-roads/road';
import { standstill } from './kiosk-roads/standstill';
import { visits } from './kiosk-roads/visits';

/** Roads through the kiosk that pass all of its screens; `at` looks at one. */
export const kioskRoads: Record<string, Road> = {
  ...identify,
  ...readings,
  ...billing,
  ...forms,
  ...lowered,
  ...standstill,
  ...visits,
  ...answers,
  ...refusals,
  ...lists,
};
