import { Checkbox } from '@mantine/core';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import type { CustomerForm } from './use-customer-form';

interface IdentitySeenProps {
  form: CustomerForm;
  seen: boolean;
  choose: (seen: boolean) => void;
}

/** The clerk's word that a document was seen, recorded with the request. */
export function IdentitySeen({ form, seen, choose }: IdentitySeenProps) {
  const { t, say } = useWords();
  const missing = form.findings.find(({ code }) => code === 'identity-not-seen');
  return (
    <Checkbox
      size="md"
      className={styles.seen}
      label={t('desk.account.identitySeen')}
      checked={seen}
      onChange={(event) => {
        choose(event.currentTarget.checked);
        form.touch();
      }}
      error={missing && say(missing)}
      aria-invalid={missing ? true : undefined}
    />
  );
}
