import styles from './email-address.module.css';

/** An address of e-mail: where one line is too short for it, the second begins with what follows the `@`. */
export function EmailAddress({ address }: { address: string }) {
  const domainAt = address.lastIndexOf('@') + 1;
  return (
    <>
      <span className={styles.part}>{address.slice(0, domainAt)}</span>
      <wbr />
      <span className={styles.part}>{address.slice(domainAt)}</span>
    </>
  );
}
