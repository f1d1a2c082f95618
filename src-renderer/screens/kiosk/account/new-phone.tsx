import type { ContactEntry } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useData } from '../../data-context';
import { useAnswerWords } from '../form/form-answer';
import { FormStep } from '../form/form-step';
import { useForm } from '../form/use-form';
import { useSending } from '../form/use-sending';

export function NewPhone({ accountId, back }: { accountId: string; back: () => void }) {
  const { t, language } = useWords();
  const api = useData();
  const entryOf = (phone: string): ContactEntry => ({
    accountId,
    phone,
    email: null,
    invoiceByEmail: null,
    identityDocument: null,
  });
  const form = useForm(({ phone }) => api.checkContactChange(entryOf(phone)));
  const sending = useSending(() => api.changeContact(entryOf(form.values.phone), language));
  const answer = useAnswerWords(sending.trouble);
  return (
    <FormStep
      title={t('visit.account.newPhone')}
      fields={['phone']}
      form={form}
      next={{ label: t('visit.account.save'), go: () => void sending.send(), busy: sending.busy }}
      back={back}
      answer={answer}
    />
  );
}
