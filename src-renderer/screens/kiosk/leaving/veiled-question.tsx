import { type ReactNode, useId } from 'react';
import styles from './leaving.module.css';

interface VeiledQuestionProps {
  icon: ReactNode;
  title: string;
  body: string;
  /** The answers, and what else is said before them. */
  children: ReactNode;
}

/** A question over everything else: nothing under it can be touched until it is answered. */
export function VeiledQuestion({ icon, title, body, children }: VeiledQuestionProps) {
  const titleId = useId();
  return (
    <div className={styles.veil}>
      <div className={styles.warning} role="alertdialog" aria-modal aria-labelledby={titleId}>
        <h1 id={titleId} className={styles.question}>
          {icon}
          {title}
        </h1>
        <p className={styles.body}>{body}</p>
        {children}
      </div>
    </div>
  );
}
