import type { AccountTab } from '../tabs';
import type { LeftWords } from './drafts';

/** Of a form that is told by the tab it stands in: two forms of one tab are told once. */
export const wordsOfTab = (tab: AccountTab): LeftWords<unknown> => ({
  abandoned: (t, { name }) => t('counter.account.abandoned', { name, tab: t(`counter.account.tabs.${tab}`) }),
  failed: (t, { name }) => t('counter.account.failed', { name, tab: t(`counter.account.tabs.${tab}`) }),
});
