import { useEffect, useRef } from 'react';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useSignInWords } from '../identify/sign-in-answer';
import { useKiosk } from '../navigation';
import { KioskField } from '../parts/kiosk-field';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { OnScreenKeyboard } from '../parts/on-screen-keyboard';
import { SignScreen } from '../parts/sign-screen';
import { useFieldKeys } from '../parts/use-field-keys';
import { useSignInAgain } from './use-sign-in-again';

/** The same customer goes on by their password alone; whoever else stands there begins anew by «Gata». */
export function SignInAgain({ back = null }: { back?: (() => void) | null }) {
  const { t } = useWords();
  const keys = useFieldKeys();
  const email = useLive('visit', null)?.profile?.loginEmail ?? '';
  const { password, type, problem, gone, busy, lockedForMs, signIn } = useSignInAgain();
  const field = useRef<HTMLInputElement>(null);
  const offline = problem === 'offline';
  const said = useSignInWords({ problem, lockedForMs, offline });
  const forgotten = t('kiosk.signIn.forgotten');
  const beforehand = `${t('kiosk.signInEnd.overBody')} ${forgotten}`;
  const own = {
    empty: t('kiosk.signInEnd.empty'),
    wrong: `${t('kiosk.signInEnd.wrong')} ${forgotten}`,
  };
  const words = problem === 'empty' || problem === 'wrong' ? own[problem] : said;
  useEffect(() => {
    if (problem !== 'wrong') return;
    field.current?.focus();
    field.current?.select(); // hidden, so it is typed anew as a whole
  }, [problem]);
  if (gone) return <AccountGone email={email} />;
  return (
    <KioskScreen
      title={t(back ? 'kiosk.signInEnd.early' : 'kiosk.signInEnd.over')}
      back={back}
      primary={{
        label: t('kiosk.signIn.submit'),
        onPress: () => void signIn(),
        busy,
        disabled: lockedForMs > 0,
      }}
      notice={
        words ? (
          <KioskNotice tone={offline ? 'ask' : 'refused'}>{words}</KioskNotice>
        ) : (
          <KioskNotice tone="inform">{beforehand}</KioskNotice>
        )
      }
      live={(problem && words) ?? undefined}
      spoken={words ? undefined : beforehand}
      below={<OnScreenKeyboard layout="password" onKey={keys.type} onErase={keys.erase} />}
    >
      <KioskField
        first
        kind="password"
        field={field}
        label={t('kiosk.signInEnd.password', { email })}
        value={password}
        onChange={type}
      />
    </KioskScreen>
  );
}

/** The right password of somebody whose account this is no more: it has gone to another login meanwhile. */
function AccountGone({ email }: { email: string }) {
  const { t } = useWords();
  const { leave } = useKiosk();
  return (
    <SignScreen
      tone="ask"
      title={t('kiosk.signInEnd.gone.title')}
      subtitle={t('kiosk.signInEnd.gone.body', { email })}
      back={null}
      primary={{ label: t('kiosk.signInEnd.gone.again'), onPress: leave }}
    />
  );
}
