import { useWords } from '../../../text/use-words';
import { SignScreen } from '../parts/sign-screen';
import styles from './trouble.module.css';

/** Something that no screen could handle: the customer begins anew, the staff read the line. */
export function TroubleScreen({ failure, again }: { failure: Error; again: () => void }) {
  const { t } = useWords();
  return (
    <SignScreen
      tone="ask"
      title={t('kiosk.trouble.title')}
      subtitle={t('kiosk.trouble.body')}
      back={null}
      primary={{ label: t('kiosk.trouble.again'), onPress: again }}
      notice={
        <p className={styles.staff}>
          {t('kiosk.trouble.staff')} <code>{failure.message}</code>
        </p>
      }
    />
  );
}
