import type { Language } from '../model/primitives';
import { care as enCare } from './en/care';
import { counter as enCounter } from './en/counter';
import { findings as enFindings } from './en/findings';
import { start as enStart } from './en/start';
import { care as huCare } from './hu/care';
import { counter as huCounter } from './hu/counter';
import { findings as huFindings } from './hu/findings';
import { start as huStart } from './hu/start';
import { care as roCare } from './ro/care';
import { counter as roCounter } from './ro/counter';
import { findings as roFindings } from './ro/findings';
import { start as roStart } from './ro/start';

/** Romanian is the source: its keys are the keys, and the other languages say the same. */
export type Texts = {
  findings: typeof roFindings;
  start: typeof roStart;
  counter: typeof roCounter;
  care: typeof roCare;
};

/** Every word people read. `{name}` stands for a value that is already written in the reader's language. */
export const texts = {
  ro: { findings: roFindings, start: roStart, counter: roCounter, care: roCare },
  en: { findings: enFindings, start: enStart, counter: enCounter, care: enCare },
  hu: { findings: huFindings, start: huStart, counter: huCounter, care: huCare },
} as const satisfies Record<Language, object>;
