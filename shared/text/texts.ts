import type { Language } from '../model/primitives';
import { care as enCare } from './en/care';
import { counter as enCounter } from './en/counter';
import { desk as enDesk } from './en/desk';
import { devices as enDevices } from './en/devices';
import { findings as enFindings } from './en/findings';
import { kiosk as enKiosk } from './en/kiosk';
import { mail as enMail } from './en/mail';
import { slip as enSlip } from './en/slip';
import { start as enStart } from './en/start';
import { visit as enVisit } from './en/visit';
import { care as huCare } from './hu/care';
import { counter as huCounter } from './hu/counter';
import { desk as huDesk } from './hu/desk';
import { devices as huDevices } from './hu/devices';
import { findings as huFindings } from './hu/findings';
import { kiosk as huKiosk } from './hu/kiosk';
import { mail as huMail } from './hu/mail';
import { slip as huSlip } from './hu/slip';
import { start as huStart } from './hu/start';
import { visit as huVisit } from './hu/visit';
import { care as roCare } from './ro/care';
import { counter as roCounter } from './ro/counter';
import { desk as roDesk } from './ro/desk';
import { devices as roDevices } from './ro/devices';
import { findings as roFindings } from './ro/findings';
import { kiosk as roKiosk } from './ro/kiosk';
import { mail as roMail } from './ro/mail';
import { slip as roSlip } from './ro/slip';
import { start as roStart } from './ro/start';
import { visit as roVisit } from './ro/visit';

/** Romanian is the source: its keys are the keys, and the other languages say the same. */
export type Texts = {
  findings: typeof roFindings;
  start: typeof roStart;
  counter: typeof roCounter;
  care: typeof roCare;
  kiosk: typeof roKiosk;
  visit: typeof roVisit;
  desk: typeof roDesk;
  devices: typeof roDevices;
  slip: typeof roSlip;
  mail: typeof roMail;
};

/** Every word people read. `{name}` stands for a value that is already written in the reader's language. */
export const texts = {
  ro: {
    findings: roFindings,
    start: roStart,
    counter: roCounter,
    care: roCare,
    kiosk: roKiosk,
    visit: roVisit,
    desk: roDesk,
    devices: roDevices,
    slip: roSlip,
    mail: roMail,
  },
  en: {
    findings: enFindings,
    start: enStart,
    counter: enCounter,
    care: enCare,
    kiosk: enKiosk,
    visit: enVisit,
    desk: enDesk,
    devices: enDevices,
    slip: enSlip,
    mail: enMail,
  },
  hu: {
    findings: huFindings,
    start: huStart,
    counter: huCounter,
    care: huCare,
    kiosk: huKiosk,
    visit: huVisit,
    desk: huDesk,
    devices: huDevices,
    slip: huSlip,
    mail: huMail,
  },
} as const satisfies Record<Language, object>;
