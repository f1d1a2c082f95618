import { Button } from '@mantine/core';
import type { SyncStatus } from '../../data/sync-status';
import { useWords } from '../../text/use-words';
import { StartupNotices } from '../boot/startup-notices';
import { useLive } from '../data-context';
import { Credentials } from '../parts/credentials';
import form from '../parts/form.module.css';
import { Notice } from '../parts/notice';
import { NoticePage } from '../parts/notice-page';
import { waitIn } from '../parts/wait-in';
import styles from './sign-in-page.module.css';
import { type SignInProblem, useSignIn } from './use-sign-in';

interface SignInPageProps {
  connection: SyncStatus['connection'] | undefined;
  place: string;
}

export function SignInPage({ connection, place }: SignInPageProps) {
  const { t } = useWords();
  const { entered, enter, passwordField, problem, lockedForMs, busy, submit } = useSignIn();
  const notices = useLive('notices', null);
  const hasLostData = notices?.some(({ code }) => code === 'data-vanished') ?? false;
  return (
    <NoticePage title={t('start.signIn.title')}>
      <p className={styles.place}>{place}</p>
      <div className={styles.notices}>
        <StartupNotices />
      </div>
      <form onSubmit={submit} className={form.form}>
        <Credentials
          labels={{ userName: t('start.signIn.userName'), password: t('start.signIn.password') }}
          entered={entered}
          enter={enter}
          passwordField={passwordField}
          fill
        />
        <div className={form.answer} role="alert">
          <SignInAnswer
            problem={problem}
            lockedForMs={lockedForMs}
            offline={connection?.state === 'offline'}
            hasLostData={hasLostData}
          />
        </div>
        <Button type="submit" size="md" fullWidth loading={busy} disabled={lockedForMs > 0}>
          {t('start.signIn.submit')}
        </Button>
      </form>
    </NoticePage>
  );
}

interface SignInAnswerProps {
  problem: SignInProblem | null;
  lockedForMs: number;
  offline: boolean;
  /** Whoever has not signed in since the data vanished is not known to this device. */
  hasLostData: boolean;
}

function SignInAnswer({ problem, lockedForMs, offline, hasLostData }: SignInAnswerProps) {
  const { t } = useWords();
  if (lockedForMs > 0) {
    return <Notice tone="refused">{t('start.signIn.locked', { wait: waitIn(t, lockedForMs) })}</Notice>;
  }
  if (problem === 'unexpected') return <Notice tone="refused">{t('start.unexpected.body')}</Notice>;
  if (problem) return <Notice tone="refused">{t(`start.signIn.${problem}`)}</Notice>;
  if (!offline) return null;
  const words = hasLostData ? 'offlineSinceLoss' : 'offline';
  return <Notice tone="ask">{t(`start.signIn.${words}`)}</Notice>;
}
