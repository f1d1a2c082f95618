import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../../text/use-words';
import { AccountTab } from '../tabs';
import styles from './account-page.module.css';

const tabs = AccountTab.options;

/** The neighbour of a tab, round the ends. */
export function tabAfter(tab: AccountTab, by: 1 | -1): AccountTab {
  return tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab;
}

interface AccountTabsProps {
  tab: AccountTab;
  choose: (tab: AccountTab) => void;
  openInvoices: number;
  /** Beside the tabs, at the end of the line. */
  children: ReactNode;
}

export function AccountTabs({ tab, choose, openInvoices, children }: AccountTabsProps) {
  const { t } = useWords();
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    const chosen = tabAfter(tab, event.key === 'ArrowLeft' ? -1 : 1);
    choose(chosen);
    document.getElementById(`tab-${chosen}`)?.focus();
  };
  return (
    <div className={styles.tabLine}>
      <div className={styles.tabs} role="tablist" onKeyDown={onKey}>
        {tabs.map((offered) => (
          <UnstyledButton
            key={offered}
            id={`tab-${offered}`}
            className={styles.tab}
            role="tab"
            aria-selected={offered === tab}
            aria-controls={offered === tab ? `panel-${offered}` : undefined}
            tabIndex={offered === tab ? 0 : -1}
            onClick={() => choose(offered)}
          >
            {t(`counter.account.tabs.${offered}`)}
            {offered === 'invoices' && openInvoices > 0 && (
              <span className={styles.count}>{openInvoices}</span>
            )}
          </UnstyledButton>
        ))}
      </div>
      {children}
    </div>
  );
}
