import type { ReactNode } from 'react';
import type { AccountView } from '../../data/account-view';
import type { VisitView } from '../../data/visit-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { useKiosk } from './navigation';
import { KioskScreen } from './parts/kiosk-screen';
import { SignScreen } from './parts/sign-screen';
import { Waiting } from './parts/waiting';

interface VisitGateProps {
  title: string;
  children: (visit: VisitView) => ReactNode;
}

/** Who stands here; a visit that is over says so and leads to a fresh beginning. */
export function VisitGate({ title, children }: VisitGateProps) {
  const visit = useLive('visit', null);
  if (visit === undefined) return <WaitingScreen title={title} />;
  return visit ? children(visit) : <VisitOver />;
}

/** The open account of the visit. */
export function AccountGate({
  title,
  children,
}: {
  title: string;
  children: (view: AccountView, visit: VisitView) => ReactNode;
}) {
  return (
    <VisitGate title={title}>
      {(visit) => (
        <OpenAccount key={visit.accountId} accountId={visit.accountId} title={title}>
          {(view) => children(view, visit)}
        </OpenAccount>
      )}
    </VisitGate>
  );
}

interface OpenAccountProps {
  accountId: string;
  title: string;
  children: (view: AccountView) => ReactNode;
}

function OpenAccount({ accountId, title, children }: OpenAccountProps) {
  const { t } = useWords();
  const view = useLive('account', { accountId });
  if (view === undefined) return <WaitingScreen title={title} />;
  if (view) return children(view);
  return <SignScreen tone="ask" title={t('visit.gone.title')} subtitle={t('visit.gone.body')} />;
}

function VisitOver() {
  const { t } = useWords();
  const { leave } = useKiosk();
  return (
    <SignScreen
      tone="inform"
      title={t('visit.over.title')}
      subtitle={t('visit.over.body')}
      back={null}
      primary={{ label: t('visit.over.again'), onPress: leave }}
    />
  );
}

export function WaitingScreen({ title, back }: { title: string; back?: null }) {
  return (
    <KioskScreen title={title} {...(back === null ? { back } : {})}>
      <Waiting />
    </KioskScreen>
  );
}
