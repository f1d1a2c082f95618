import { matchesIn } from './matches-in';
import styles from './search-results.module.css';

/** Words with what was searched marked in them, diacritics or not. */
export function Highlight({ words, text }: { words: string; text: string }) {
  return matchesIn(words, text).map(({ part, at, matched }) =>
    matched ? (
      <mark key={at} className={styles.mark}>
        {part}
      </mark>
    ) : (
      <span key={at}>{part}</span>
    ),
  );
}
