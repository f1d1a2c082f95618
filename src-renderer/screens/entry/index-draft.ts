import type { DraftForm, LeftWords } from '../drafts/drafts';

/** What is typed into the *Index nou* of a meter; null: what stands for the month is shown. */
export const indexDraft = (meterId: string): DraftForm<string | null> => ({
  key: `index ${meterId}`,
  untouched: null,
  isTyped: (typed) => typed !== null && typed !== '',
  words,
});

const words: LeftWords<string | null> = {
  abandoned: (t, { name, typed: index }) => t('counter.meter.abandoned', { index, name }),
  failed: (t, { name, typed: index }) => (index ? t('counter.meter.failed', { index, name }) : null),
};
