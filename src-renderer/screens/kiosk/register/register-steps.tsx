import { useState } from 'react';
import type { Account } from '../../../../shared/model/account';
import type { RegistrationEntry } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { phoneInGroups } from '../../account/phone-in-groups';
import { useData } from '../../data-context';
import { FormAnswer, useAnswerWords } from '../form/form-answer';
import { FormStep } from '../form/form-step';
import { Summary } from '../form/summary';
import { useForm, type Values } from '../form/use-form';
import { useSending } from '../form/use-sending';
import { EmailAddress } from '../parts/email-address';
import { KioskScreen } from '../parts/kiosk-screen';

const questions = ['email', 'phone', 'password'] as const;

/** One question a screen, then everything once more before it is sent. */
export function RegisterSteps({ account }: { account: Account }) {
  const { t, language } = useWords();
  const api = useData();
  const [at, goTo] = useState(0);
  const [repairing, setRepairing] = useState(false); // came back from the summary for one question
  const form = useForm((values) => api.checkRegistration(entryOf(values)));
  const sending = useSending(() => api.register(entryOf(form.values), language));
  const answer = useAnswerWords(sending.trouble);
  const question = questions[at];
  const back = at === 0 ? {} : { back: () => goTo(at - 1) };
  if (question) {
    return (
      <FormStep
        key={question}
        title={t(`visit.register.${question}`)}
        subtitle={t('visit.form.step', { step: at + 1, steps: questions.length + 1 })}
        fields={question === 'password' ? ['password', 'passwordAgain'] : [question]}
        form={form}
        next={{ label: t('visit.form.next'), go: () => goTo(repairing ? questions.length : at + 1) }}
        {...back}
      />
    );
  }
  const change = (question: (typeof questions)[number]) => ({
    words: t(`visit.form.changes.${question}`),
    go: () => {
      setRepairing(true);
      goTo(questions.indexOf(question));
    },
  });
  const { email, phone } = form.values;
  return (
    <KioskScreen
      key="summary"
      title={t('visit.form.summary')}
      subtitle={t('visit.register.codesKnown')}
      live={answer.join(' ')}
      primary={{ label: t('visit.register.send'), onPress: () => void sending.send(), busy: sending.busy }}
      {...back}
    >
      <Summary
        rows={[
          { label: t('visit.form.fields.clientCode'), value: account.clientCode, change: null },
          {
            label: t('visit.form.fields.email'),
            value: <EmailAddress address={email.trim()} />,
            change: change('email'),
          },
          { label: t('visit.form.fields.phone'), value: phoneInGroups(phone), change: change('phone') },
          {
            label: t('visit.form.fields.password'),
            value: t('visit.form.hidden'),
            change: change('password'),
          },
        ]}
      >
        <FormAnswer words={answer} />
      </Summary>
    </KioskScreen>
  );
}

/** The codes are those of the visit. */
const entryOf = ({ email, phone, password, passwordAgain }: Values): RegistrationEntry => ({
  clientCode: '',
  internalCode: '',
  email: email.trim(),
  phone,
  password,
  passwordAgain,
  identityDocument: null,
});
