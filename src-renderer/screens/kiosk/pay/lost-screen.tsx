import { useWords } from '../../../text/use-words';
import { SignScreen } from '../parts/sign-screen';

/** Nobody here knows whether the payment began: the same order is asked for again, never a new one. */
export function LostScreen({ asking, ask }: { asking: boolean; ask: () => Promise<void> }) {
  const { t } = useWords();
  return (
    <SignScreen
      tone="ask"
      title={t('visit.pay.lost')}
      subtitle={t('visit.pay.lostBegin')}
      back={null}
      primary={{ label: t('visit.pay.askAgain'), onPress: () => void ask(), busy: asking }}
    />
  );
}
