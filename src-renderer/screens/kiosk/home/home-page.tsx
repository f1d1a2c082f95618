import type { VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { SignScreen } from '../parts/sign-screen';
import { Waiting } from '../parts/waiting';
import styles from './home.module.css';
import { HomeTiles } from './home-tiles';
import { PageNotices, usePageNotices } from './page-notices';
import { useVisit } from './use-visit';
import { useVisitNotices, VisitNotices } from './visit-notices';

/** Where a visit begins and comes back to: whose account it is, what there is to know, and everything one can do. */
export function HomePage() {
  const visit = useVisit();
  return visit ? <Home visit={visit} /> : <Waiting />;
}

function Home({ visit }: { visit: VisitView }) {
  const { t } = useWords();
  const view = useLive('account', { accountId: visit.accountId });
  const kiosk = useLive('kiosk', null);
  const notices = useVisitNotices(visit, view?.account.registered ?? false);
  const onPhone = usePageNotices(visit.accountId);
  if (view === undefined || !kiosk) return <Waiting />;
  if (view === null) return <AccountGone others={visit.accountIds.length > 1} />;
  const { account } = view;
  const code = t('kiosk.home.clientCode', { code: account.clientCode });
  const whose = `${account.holderName} · ${code} · ${account.serviceAddress}, ${account.locality}`;
  return (
    <KioskScreen
      title={t('kiosk.home.title')}
      subtitle={whose}
      back={null}
      live={onPhone.map(({ words }) => words).join(' ')}
      spoken={notices.flatMap(({ title, reasons }) => [title, reasons]).join(' ')}
    >
      <div className={styles.home}>
        <div className={styles.notices}>
          <PageNotices notices={onPhone} />
          <VisitNotices notices={notices} />
          {account.status === 'closed' && <KioskNotice tone="inform">{t('kiosk.home.closed')}</KioskNotice>}
          {!kiosk.canSave && <KioskNotice tone="refused">{t('kiosk.attract.noRoom')}</KioskNotice>}
          {kiosk.canSave && kiosk.online === false && (
            <KioskNotice tone="ask">{t('kiosk.home.offline')}</KioskNotice>
          )}
        </div>
        <HomeTiles visit={visit} view={view} kiosk={kiosk} />
      </div>
    </KioskScreen>
  );
}

/** Who has other accounts can go on with one of them. */
function AccountGone({ others }: { others: boolean }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const accounts = { label: t('kiosk.tile.accounts.title'), onPress: () => go({ at: 'accounts' }) };
  return (
    <SignScreen
      tone="ask"
      title={t('kiosk.home.gone.title')}
      subtitle={t('kiosk.home.gone.body')}
      back={null}
      primary={others ? accounts : undefined}
    />
  );
}
