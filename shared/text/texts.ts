import type { Language } from '../model/primitives';
import { counter as enCounter } from './en/counter';
import { findings as enFindings } from './en/findings';
import { start as enStart } from './en/start';
import { counter as huCounter } from './hu/counter';
import { findings as huFindings } from './hu/findings';
import { start as huStart } from './hu/start';
import { counter as roCounter } from './ro/counter';
import { findings as roFindings } from './ro/findings';
import { start as roStart } from './ro/start';

/** Romanian is the source: its keys are the keys, and the other languages say the same. */
export type Texts = { findings: typeof roFindings; start: typeof roStart; counter: typeof roCounter };

/** Every word people read. `{name}` stands for a value that is already written in the reader's language. */
export const texts = {
  ro: { findings: roFindings, start: roStart, counter: roCounter },
  en: { findings: enFindings, start: enStart, counter: enCounter },
  hu: { findings: huFindings, start: huStart, counter: huCounter },
} as const satisfies Record<Language, object>;
