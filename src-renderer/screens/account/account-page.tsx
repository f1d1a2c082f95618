import { IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { AccountView } from '../../data/account-view';
import type { QueryValue } from '../../data/queries';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { AccountDrafts } from '../drafts/account-drafts';
import { focusIndexField } from '../entry/focus-index-field';
import { OlderBillingProvider } from '../older-billing';
import { EmptyState } from '../parts/empty-state';
import { focusTabField } from '../parts/tab-field';
import { keepsTyped } from '../parts/typed-forms';
import { PayTab } from '../pay/pay-tab';
import type { AccountTab } from '../tabs';
import { useKeys } from '../use-keys';
import { AccountDetailsTab } from './account-details-tab';
import { AccountHeader } from './account-header';
import styles from './account-page.module.css';
import { AccountTabs, tabAfter } from './account-tabs';
import { AsOf } from './as-of';
import { InvoicesTab } from './invoices-tab';
import { PaymentsTab } from './payments-tab';
import { ReadingsTab } from './readings-tab';

export function AccountPage({ accountId, tab }: { accountId: string; tab: AccountTab }) {
  const { t } = useWords();
  const view = useLive('account', { accountId });
  const navigate = useNavigate();
  const choose = (chosen: AccountTab) =>
    void navigate({
      to: '/account/$accountId',
      params: { accountId },
      search: { tab: chosen },
      replace: true,
    });
  const invoices = useLive('invoices', { accountId });
  useTabKeys(tab, view != null && invoices !== undefined, choose);
  if (view === undefined) return <p className={styles.loading}>{t('counter.account.loading')}</p>;
  if (view === null) {
    return (
      <EmptyState
        icon={<IconUserOff size={40} stroke={1.5} />}
        title={t('counter.account.goneTitle')}
        body={t('counter.account.goneBody')}
      />
    );
  }
  return <OpenedAccount view={view} tab={tab} choose={choose} invoices={invoices} />;
}

interface OpenedAccountProps {
  view: AccountView;
  tab: AccountTab;
  choose: (tab: AccountTab) => void;
  invoices: Invoices;
}

function OpenedAccount({ view, tab, choose, invoices }: OpenedAccountProps) {
  const accountId = view.account.id;
  useEffect(() => {
    if (accountId) focusIndexField();
  }, [accountId]);
  const openInvoices = invoices?.filter(({ outstandingBani }) => outstandingBani > 0).length ?? 0;
  return (
    <AccountDrafts name={view.account.holderName}>
      <AccountHeader account={view.account} />
      <AccountTabs tab={tab} choose={choose} openInvoices={openInvoices}>
        <AsOf />
      </AccountTabs>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <OlderBillingProvider>
          <Panel view={view} tab={tab} invoices={invoices} />
        </OlderBillingProvider>
      </div>
    </AccountDrafts>
  );
}

/**
 * The cursor goes along: with Ctrl and an arrow into the yellow field where there is one, with F6 and F7 into the first
 * field of their tabs. There Ctrl with an arrow moves by words, so the way round the tabs leaves those fields out; from
 * anywhere Escape leads back to the index; from a form in which something was typed at its second press. A key that comes
 * before the account is shown chooses the tab in which it opens.
 */
function useTabKeys(tab: AccountTab, ready: boolean, choose: (tab: AccountTab) => void): void {
  const asked = useRef<{ tab: AccountTab; field: boolean } | null>(null);
  const goTo = (wanted: AccountTab, field = false) => {
    asked.current = { tab: wanted, field };
    choose(wanted);
  };
  const step = (by: 1 | -1) => goTo(tabAfter(tab, by));
  const direct = (wanted: AccountTab) => (tab === wanted ? focusTabField(wanted) : goTo(wanted, true));
  const back = (event: KeyboardEvent) => {
    const { target } = event;
    if (tab !== 'readings') return keepsTyped(event) ? undefined : goTo('readings');
    if (!(target instanceof Element && target.closest('form'))) focusIndexField();
  };
  const pay = () => direct('pay');
  const details = () => direct('account');
  useKeys({
    'Ctrl+ArrowLeft': () => step(-1),
    'Ctrl+ArrowRight': () => step(1),
    F6: pay,
    F7: details,
    Escape: back,
  });
  useEffect(() => {
    if (asked.current?.tab !== tab || !ready) return;
    const { field } = asked.current;
    asked.current = null;
    if (tab === 'readings') focusIndexField();
    else if (field) focusTabField(tab);
    else document.getElementById(`tab-${tab}`)?.focus();
  }, [tab, ready]);
}

interface PanelProps {
  view: AccountView;
  tab: AccountTab;
  invoices: Invoices;
}

type Invoices = QueryValue<'invoices'> | undefined;

function Panel({ view, tab, invoices }: PanelProps) {
  switch (tab) {
    case 'readings':
      return <ReadingsTab view={view} />;
    case 'invoices':
      return <InvoicesTab accountId={view.account.id} invoices={invoices} />;
    case 'pay':
      return <PayTab accountId={view.account.id} invoices={invoices} />;
    case 'payments':
      return <PaymentsTab accountId={view.account.id} />;
    case 'account':
      return <AccountDetailsTab account={view.account} />;
    default:
      return assertNever(tab);
  }
}
