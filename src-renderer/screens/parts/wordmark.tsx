import styles from './wordmark.module.css';

/** The product's name with its drop; beside it, where this machine stands. */
export function Wordmark({ place }: { place?: string | undefined }) {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path
          className={styles.drop}
          d="M12 2.5c3.9 4.8 6.8 8.4 6.8 12.2a6.8 6.8 0 0 1-13.6 0c0-3.8 2.9-7.4 6.8-12.2Z"
        />
        <path className={styles.gleam} d="M8.6 14.9a3.4 3.4 0 0 0 2.7 3.2" />
      </svg>
      <span className={styles.name}>Ghișeu</span>
      {place && <span className={styles.place}>{place}</span>}
    </span>
  );
}
