import type { ReactNode } from 'react';
import { BigButton } from '../parts/big-button';
import styles from './form.module.css';

interface SummaryRow {
  label: string;
  value: ReactNode;
  /** To the question, to answer it anew; null: not asked here. */
  change: { words: string; go: () => void } | null;
}

/** What will be sent, to be read once more. */
export function Summary({ rows, children }: { rows: readonly SummaryRow[]; children?: ReactNode }) {
  return (
    <div className={styles.summary}>
      <dl className={styles.rows}>
        {rows.map(({ label, value, change }) => (
          <div key={label} className={styles.row}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
            {change && (
              <dd className={styles.change}>
                <BigButton label={change.words} onPress={change.go} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
