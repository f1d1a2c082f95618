import { TextInput, type TextInputProps } from '@mantine/core';
import { useWords } from '../../text/use-words';
import styles from './money-input.module.css';

/** An amount of lei, as typed. */
export function MoneyInput(props: TextInputProps) {
  const { t } = useWords();
  return (
    <TextInput
      size="md"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      rightSection={<span className={styles.unit}>{t('desk.drawer.lei')}</span>}
      {...props}
    />
  );
}
