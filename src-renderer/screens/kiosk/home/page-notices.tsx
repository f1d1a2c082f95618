import type { ComponentProps } from 'react';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';
import { type OpenPage, useOpenPages } from '../pay/open-pages';

interface PageNotice {
  id: string;
  tone: ComponentProps<typeof KioskNotice>['tone'];
  words: string;
}

/**
 * What there is to know of payments on a phone that the customer has turned away from, so that nobody pays twice.
 *
 * @param accountId the one that is looked at; one e-mail may open several
 */
export function usePageNotices(accountId: string): PageNotice[] {
  const { t, format } = useWords();
  return useOpenPages().pages.map((page) => {
    const { id, amountBani, endsAt } = page.order;
    const facts = { amount: format.money(amountBani), at: format.clockTime(endsAt) };
    const { tone, says } = noticeOf(page, accountId);
    const slip = says === 'received' ? [t('visit.pay.onPhone.slip')] : [];
    return { id, tone, words: [t(`visit.pay.onPhone.${says}`, facts), ...slip].join(' ') };
  });
}

function noticeOf({ order, needless }: OpenPage, accountId: string) {
  const here = order.accountId === accountId;
  if (order.state === 'paid')
    return { tone: 'received', says: here ? 'received' : 'receivedElsewhere' } as const;
  if (order.state === 'unknown') return { tone: 'ask', says: 'asked' } as const;
  return needless
    ? ({ tone: 'ask', says: 'needless' } as const)
    : ({ tone: 'inform', says: here ? 'waits' : 'waitsElsewhere' } as const);
}

export function PageNotices({ notices }: { notices: PageNotice[] }) {
  return notices.map(({ id, tone, words }) => (
    <KioskNotice key={id} tone={tone}>
      {words}
    </KioskNotice>
  ));
}
