import { type ReactNode, useId } from 'react';
import { ComfortBar } from '../comfort/comfort-bar';
import styles from './leaving.module.css';

interface VeiledQuestionProps {
  icon: ReactNode;
  title: string;
  body: string;
  /** The answers, and what else is said before them. */
  children: ReactNode;
}

/**
 * A question over everything else: nothing under it can be touched until it is answered, but the language and what makes
 * it easier to see and reach, which stand where they do on every screen.
 */
export function VeiledQuestion({ icon, title, body, children }: VeiledQuestionProps) {
  const titleId = useId();
  return (
    <div className={styles.veil} role="alertdialog" aria-modal aria-labelledby={titleId}>
      <div className={styles.warning}>
        <h1 id={titleId} className={styles.question}>
          {icon}
          {title}
        </h1>
        <p className={styles.body}>{body}</p>
        {children}
      </div>
      <div className={styles.comfort}>
        <ComfortBar />
      </div>
    </div>
  );
}
