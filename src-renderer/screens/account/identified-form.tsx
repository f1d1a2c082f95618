import { type ReactNode, useId } from 'react';
import styles from './account-details.module.css';
import { FormEnd } from './form-end';
import { IdentitySeen } from './identity-seen';
import type { CustomerForm } from './use-customer-form';

interface IdentifiedFormProps {
  form: CustomerForm;
  title: string;
  seen: boolean;
  see: (seen: boolean) => void;
  /** What its button says. */
  label: string;
  leave?: (() => void) | undefined;
  /** Its fields. */
  children: ReactNode;
}

/** What a clerk asks for a customer, who has shown an identity document. */
export function IdentifiedForm({ form, title, seen, see, label, leave, children }: IdentifiedFormProps) {
  const titleId = useId();
  return (
    <form ref={form.form} className={styles.form} onSubmit={form.submit} noValidate aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
      <IdentitySeen form={form} seen={seen} choose={see} />
      <FormEnd form={form} label={label} {...(leave ? { leave } : {})} />
    </form>
  );
}
