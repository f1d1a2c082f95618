import { useState } from 'react';
import { assertNever } from '../../../../shared/assert-never';
import { openOldestFirst } from '../../../../shared/billing/oldest-first';
import type { Account } from '../../../../shared/model/account';
import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useMsSinceKnown } from '../../now';
import { useAskBeforeLeaving } from '../leaving/leave-guard';
import type { LeaveCase } from '../leaving/leave-question';
import { useStayAwake } from '../leaving/stay-awake';
import { WaitingScreen } from '../visit-gate';
import { CannotPay } from './cannot-pay';
import { ChooseInvoices } from './choose-invoices';
import { useEarlier, useNumbers } from './earlier';
import { FollowScreen } from './follow-screen';
import { HowScreen } from './how-screen';
import { LostScreen } from './lost-screen';
import { NotPaid, RefusedScreen } from './not-paid';
import { PaidScreen } from './paid-screen';
import { type OrderPhase, useOrder, type Wish } from './use-order';
import { usePagesOf } from './use-pages-of';

interface PayFlowProps {
  account: Account;
  /** Of the account, as far as they are known here. */
  invoices: Invoice[];
  /** False: as last known, while they are fetched anew. A payment under way goes on; none is chosen by old amounts. */
  areCurrent: boolean;
  /** All that are open when left out. */
  chosenFirst: string[] | undefined;
}

/** From the choice of invoices to the answer, one screen after the other. */
export function PayFlow({ account, invoices, areCurrent, chosenFirst }: PayFlowProps) {
  const { t } = useWords();
  const open = openOldestFirst(invoices);
  const kiosk = useLive('kiosk', null);
  const order = useOrder();
  const [leftOut, leaveOut] = useState<readonly string[]>(() => notAmong(open, chosenFirst));
  const [wish, setWish] = useState<Wish | null>(null);
  const numbersOf = useNumbers(invoices);
  const tellEarlier = useEarlier(order.asked, numbersOf);
  const { phase } = order;
  const onPhone = usePagesOf(account.id, order);
  useStayAwake(useAtWork(phase));
  useAskBeforeLeaving(leaveCase(phase));
  const startOver = () => {
    setWish(null);
    order.again();
  };
  const { paid } = onPhone;
  if (paid) {
    return (
      <PaidScreen
        key={paid.id}
        {...{ order: paid, account, numbers: numbersOf(paid), earlier: null }}
        told={() => onPhone.drop(paid.id)}
      />
    );
  }
  switch (phase.at) {
    case 'choosing': {
      if (!areCurrent || !kiosk || kiosk.online === null)
        return <WaitingScreen title={t('visit.pay.title')} />;
      if (open.length === 0) return <CannotPay why="nothing" />;
      if (!kiosk.canSave) return <CannotPay why="noRoom" />;
      if (!kiosk.online) return <CannotPay why="offline" />;
      if (!kiosk.cardTerminal && !kiosk.paymentPage) return <CannotPay why="noWay" />;
      if (wish) {
        const openPages = onPhone.unpaidFor(wish.invoiceIds);
        const unknown = openPages.find(({ order }) => order.state === 'unknown')?.order;
        if (unknown)
          return <FollowScreen key="unknown" order={unknown} heard earlier={null} back={startOver} />;
        return (
          <HowScreen
            key="how"
            {...{ kiosk, wish, openPages, begin: order.begin, back: startOver }}
            resume={onPhone.resume}
          />
        );
      }
      const chosen = open.filter(({ id }) => !leftOut.includes(id));
      return (
        <ChooseInvoices
          key="choose"
          open={open}
          chosen={chosen}
          leaveOut={leaveOut}
          goOn={() => setWish(wishFor(account.id, chosen))}
        />
      );
    }
    case 'beginning':
      return <WaitingScreen key="begins" title={t('visit.pay.begins')} back={null} />;
    case 'refused':
      return (
        <RefusedScreen key="refused" reason={phase.reason} otherWay={order.again} startOver={startOver} />
      );
    case 'lost':
      return <LostScreen key="lost" asking={phase.asking} ask={order.askAgain} />;
    case 'following':
      return (
        <FollowScreen
          key={phase.order.state}
          order={phase.order}
          heard={phase.heard}
          earlier={tellEarlier(phase.order)}
          back={onPhone.turnAway}
        />
      );
    case 'ended':
      return phase.order.state === 'paid' ? (
        <PaidScreen
          key="paid"
          order={phase.order}
          account={account}
          numbers={numbersOf(phase.order)}
          earlier={tellEarlier(phase.order)}
        />
      ) : (
        <NotPaid key="not-paid" order={phase.order} otherWay={order.again} />
      );
    default:
      return assertNever(phase);
  }
}

/** A payment by phone is made in this time, mostly; after it whoever still stands here is asked. */
const phoneMs = 180_000;

/** Whether the customer is paying or waiting, with nothing to touch on this screen. */
function useAtWork(phase: OrderPhase): boolean {
  const followed = phase.at === 'following' && phase.heard ? phase.order : null;
  const sinceMs = useMsSinceKnown(followed?.id ?? null);
  if (followed?.state === 'open') return followed.channel === 'terminal' || sinceMs < phoneMs;
  return phase.at === 'beginning' || (phase.at === 'lost' && phase.asking);
}

/** Where the payment may go on, or have been made, when the customer leaves now. */
function leaveCase(phase: OrderPhase): LeaveCase | null {
  if (phase.at === 'beginning' || phase.at === 'lost') return 'unknown';
  if (phase.at !== 'following') return null;
  return phase.order.state === 'unknown' ? 'unknown' : phase.order.channel;
}

const notAmong = (open: Invoice[], chosen: string[] | undefined): string[] =>
  chosen ? open.map(({ id }) => id).filter((id) => !chosen.includes(id)) : [];

const wishFor = (accountId: string, chosen: Invoice[]): Wish => ({
  accountId,
  invoiceIds: chosen.map(({ id }) => id),
  amountBani: chosen.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0),
});
