import { PasswordInput, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useWords } from '../../text/use-words';

export interface Entered {
  userName: string;
  password: string;
}

interface CredentialsProps {
  labels: Entered;
  entered: Entered;
  enter: (part: Partial<Entered>) => void;
  /** Whether the browser may fill them in: where somebody signs in, not where a supervisor lends a name. */
  fill?: boolean;
  passwordField?: Ref<HTMLInputElement>;
}

/** The name and password of a person of the utility. */
export function Credentials({ labels, entered, enter, fill = false, passwordField }: CredentialsProps) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        size="md"
        label={labels.userName}
        value={entered.userName}
        onChange={(event) => enter({ userName: event.currentTarget.value })}
        autoComplete={fill ? 'username' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={fill}
      />
      <PasswordInput
        ref={passwordField}
        size="md"
        label={labels.password}
        value={entered.password}
        onChange={(event) => enter({ password: event.currentTarget.value })}
        autoComplete={fill ? 'current-password' : 'off'}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t('start.signIn.showPassword') }}
      />
    </>
  );
}
