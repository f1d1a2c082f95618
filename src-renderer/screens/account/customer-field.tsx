import { PasswordInput, TextInput, type TextInputProps } from '@mantine/core';
import { fieldOf } from '../../../shared/customer/field-of';
import type { Finding } from '../../../shared/metering/finding';
import type { CustomerField } from '../../../shared/model/customer-field';
import { useWords } from '../../text/use-words';
import styles from './account-details.module.css';
import type { CustomerForm } from './use-customer-form';

/** The field that puts a finding right; the invoice by e-mail needs one beside the box, which a kiosk asks for elsewhere. */
export const fieldToRight = (finding: Finding): CustomerField | null =>
  finding.code === 'invoices-need-email' ? 'email' : fieldOf(finding);

/** What is said beside a field. @returns undefined when nothing stands against it */
function errorAt(
  { findings }: CustomerForm,
  field: CustomerField,
  say: (finding: Finding) => string,
): string | undefined {
  const finding = findings.find((one) => fieldToRight(one) === field);
  return finding && say(finding);
}

interface TextFieldProps {
  field: 'email' | 'phone' | 'password' | 'passwordAgain';
  form: CustomerForm;
  label: string;
  value: string;
  type: (value: string) => void;
  attributes?: TextInputProps & { [mark: `data-${string}`]: string };
}

/** One field with its finding under it, in room that is kept for it: nothing moves when a sentence appears. */
export function FormField({ field, form, label, value, type, attributes }: TextFieldProps) {
  const { t, say } = useWords();
  const error = errorAt(form, field, say);
  const props = {
    size: 'md',
    label,
    value,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      type(event.currentTarget.value);
      form.touch();
    },
    error,
    'aria-invalid': error ? true : undefined,
    autoComplete: 'off',
    classNames: { root: styles.field ?? '' },
  } as const;
  if (field === 'password' || field === 'passwordAgain') {
    return (
      <PasswordInput
        {...props}
        autoComplete="new-password"
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t('start.signIn.showPassword') }}
      />
    );
  }
  const inputMode = field === 'email' ? 'email' : 'tel';
  return <TextInput {...props} inputMode={inputMode} spellCheck={false} {...attributes} />;
}
