import { IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { AccountView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { DraftsProvider, useOwnDrafts } from '../entry/drafts';
import { focusIndexField } from '../entry/focus-index-field';
import { OlderBillingProvider } from '../older-billing';
import { EmptyState } from '../parts/empty-state';
import { FormDrafts } from '../parts/form-drafts';
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
  return <OpenedAccount view={view} tab={tab} />;
}

function OpenedAccount({ view, tab }: { view: AccountView; tab: AccountTab }) {
  const navigate = useNavigate();
  const accountId = view.account.id;
  const invoices = useLive('invoices', { accountId });
  const drafts = useOwnDrafts(view.account.holderName);
  const choose = (chosen: AccountTab) =>
    void navigate({
      to: '/account/$accountId',
      params: { accountId },
      search: { tab: chosen },
      replace: true,
    });
  useEffect(() => {
    if (accountId) focusIndexField();
  }, [accountId]);
  useTabKeys(tab, choose);
  const openInvoices = invoices?.filter(({ outstandingBani }) => outstandingBani > 0).length ?? 0;
  return (
    <DraftsProvider value={drafts}>
      <AccountHeader account={view.account} />
      <AccountTabs tab={tab} choose={choose} openInvoices={openInvoices}>
        <AsOf />
      </AccountTabs>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <OlderBillingProvider>
          <FormDrafts name={view.account.holderName}>
            <Panel view={view} tab={tab} invoices={invoices} />
          </FormDrafts>
        </OlderBillingProvider>
      </div>
    </DraftsProvider>
  );
}

/**
 * The cursor goes along: with Ctrl and an arrow into the yellow field where there is one, with F6 and F7 into the first
 * field of their tabs. There Ctrl with an arrow moves by words, so the way round the tabs leaves those fields out; from
 * anywhere Escape leads back to the index; from a form in which something was typed at its second press.
 */
function useTabKeys(tab: AccountTab, choose: (tab: AccountTab) => void): void {
  const byKey = useRef<'step' | 'direct' | null>(null);
  const goTo = (wanted: AccountTab) => {
    byKey.current = 'step';
    choose(wanted);
  };
  const step = (by: 1 | -1) => goTo(tabAfter(tab, by));
  const direct = (wanted: AccountTab) => {
    if (tab === wanted) return focusTabField(wanted);
    byKey.current = 'direct';
    choose(wanted);
  };
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
    const key = byKey.current;
    if (!key) return;
    byKey.current = null;
    if (tab === 'readings') focusIndexField();
    else if (key === 'direct') focusTabField(tab);
    else document.getElementById(`tab-${tab}`)?.focus();
  }, [tab]);
}

interface PanelProps {
  view: AccountView;
  tab: AccountTab;
  invoices: Parameters<typeof InvoicesTab>[0]['invoices'];
}

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
