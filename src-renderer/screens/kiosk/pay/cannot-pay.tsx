import { useWords } from '../../../text/use-words';
import { useKiosk } from '../navigation';
import { SignScreen } from '../parts/sign-screen';

/** Why nothing can be paid here now, and where it can. */
export function CannotPay({ why }: { why: 'offline' | 'noRoom' | 'noWay' | 'nothing' }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const payments = { label: t('visit.payments.title'), onPress: () => go({ at: 'payments' }) };
  return (
    <SignScreen
      tone={why === 'nothing' ? 'received' : 'ask'}
      title={t(`visit.pay.${why}`)}
      subtitle={t(`visit.pay.${why}Body`)}
      primary={why === 'nothing' ? payments : undefined}
    />
  );
}
