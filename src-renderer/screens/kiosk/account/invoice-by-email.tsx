import type { CustomerProfile } from '../../../../shared/sync/customer';
import { inOnePiece } from '../../../../shared/text/keep-together';
import { useWords } from '../../../text/use-words';
import { useData } from '../../data-context';
import { FormAnswer, useAnswerWords } from '../form/form-answer';
import { useSending } from '../form/use-sending';
import { SignScreen } from '../parts/sign-screen';

/** On or off, after a question. Without an address for invoices the one of the sign-in is taken. */
export function InvoiceByEmail({ profile, back }: { profile: CustomerProfile; back: () => void }) {
  const { t, language } = useWords();
  const api = useData();
  const turn = profile.invoiceByEmail ? 'off' : 'on';
  const sending = useSending(() =>
    api.changeContact(
      {
        accountId: profile.accountId,
        phone: null,
        email: turn === 'on' && profile.email === null ? profile.loginEmail : null,
        invoiceByEmail: turn === 'on',
        identityDocument: null,
      },
      language,
    ),
  );
  const answer = useAnswerWords(sending.trouble);
  return (
    <SignScreen
      tone="inform"
      title={t(`visit.account.byEmailTitle.${turn}`)}
      subtitle={t(`visit.account.byEmailBody.${turn}`, {
        email: inOnePiece(profile.email ?? profile.loginEmail),
      })}
      back={back}
      live={answer.join(' ')}
      primary={{
        label: t(`visit.account.confirm.${turn}`),
        onPress: () => void sending.send(),
        busy: sending.busy,
      }}
      notice={answer.length > 0 && <FormAnswer words={answer} />}
    />
  );
}
