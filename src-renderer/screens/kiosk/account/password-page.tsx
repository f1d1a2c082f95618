import { useState } from 'react';
import { checkNewPassword, isFilledIn } from '../../../../shared/customer/form-rules';
import type { PasswordOutcome } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useData, useLive } from '../../data-context';
import { type FormTrouble, useAnswerWords } from '../form/form-answer';
import { FormStep } from '../form/form-step';
import { type Form, useForm } from '../form/use-form';
import { useKiosk } from '../navigation';
import { SignScreen } from '../parts/sign-screen';
import { VisitGate } from '../visit-gate';
import { NeedsSignIn } from './account-page';

/** Changing the password: the new one twice, then the old one, which only the server can judge: what it says stands beside its field at once. */
export function PasswordPage() {
  const { t } = useWords();
  return (
    <VisitGate title={t('visit.account.passwordTitle')}>
      {({ shownBy }) => (shownBy === 'password' ? <PasswordSteps /> : <NeedsSignIn />)}
    </VisitGate>
  );
}

type Trouble = Exclude<PasswordOutcome, { outcome: 'changed' | 'wrong' }> | { outcome: 'unexpected' };

function PasswordSteps() {
  const { t } = useWords();
  const least = useLive('kiosk', null)?.passwordLength ?? 6;
  const [at, goTo] = useState<'new' | 'old' | 'done'>('new');
  const form = useForm(async ({ oldPassword, password, passwordAgain }) => [
    ...[isFilledIn('oldPassword', oldPassword)].filter((finding) => finding !== null),
    ...checkNewPassword({ password, passwordAgain, least }),
  ]);
  const change = useChange(form, goTo);
  const answer = usePasswordWords(change.trouble);
  if (at === 'done') return <PasswordChanged />;
  if (at === 'new') {
    return (
      <FormStep
        key="new"
        title={t('visit.account.newPassword')}
        fields={['password', 'passwordAgain']}
        form={form}
        next={{ label: t('visit.form.next'), go: () => goTo('old') }}
      />
    );
  }
  return (
    <FormStep
      key="old"
      title={t('visit.account.oldPassword')}
      fields={['oldPassword']}
      form={form}
      next={{ label: t('visit.account.save'), go: change.send, busy: change.busy }}
      back={() => goTo('new')}
      answer={answer}
    />
  );
}

function useChange(form: Form, goTo: (at: 'done') => void) {
  const api = useData();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const hear = (answer: PasswordOutcome | { outcome: 'unexpected' }) => {
    if (answer.outcome === 'changed') goTo('done');
    else if (answer.outcome !== 'wrong') setTrouble(answer);
    else {
      form.type('oldPassword', '');
      form.tell('oldPassword', 'visit.account.passwordWrong');
      return 'oldPassword' as const;
    }
  };
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const { oldPassword, password, passwordAgain } = form.values;
    const asked = api.changePassword({ oldPassword, password, passwordAgain });
    const refused = hear(await asked.catch(() => ({ outcome: 'unexpected' }) as const));
    setBusy(false);
    return refused;
  };
  return { busy, trouble, send };
}

function usePasswordWords(trouble: Trouble | null): string[] {
  const { t } = useWords();
  const ofAnyForm = useAnswerWords(trouble && isOfAnyForm(trouble) ? trouble : null);
  if (trouble?.outcome === 'visit-over') return [t('visit.notSaved.not-signed-in')];
  return trouble?.outcome === 'offline' ? [t('visit.account.passwordOffline')] : ofAnyForm;
}

const isOfAnyForm = (trouble: Trouble): trouble is Extract<Trouble, FormTrouble> =>
  trouble.outcome !== 'offline' && trouble.outcome !== 'visit-over';

function PasswordChanged() {
  const { t } = useWords();
  const { go } = useKiosk();
  return (
    <SignScreen
      tone="received"
      title={t('visit.account.passwordChanged')}
      subtitle={t('visit.account.passwordChangedBody')}
      back={null}
      done
      primary={{ label: t('visit.result.more'), onPress: () => go({ at: 'home' }) }}
    />
  );
}
