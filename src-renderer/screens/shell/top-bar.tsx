import { Link } from '@tanstack/react-router';
import { useWords } from '../../text/use-words';
import { Wordmark } from '../parts/wordmark';
import { SearchField } from '../search/search-field';
import type { SearchSession } from '../search/use-search-session';
import { LanguageSwitch } from './language-switch';
import { usePlace } from './place';
import styles from './top-bar.module.css';
import { UserMenu } from './user-menu';

interface TopBarProps {
  search: SearchSession;
  clerk: string;
  showHelp: () => void;
}

export function TopBar({ search, clerk, showHelp }: TopBarProps) {
  const { t } = useWords();
  const place = usePlace();
  return (
    <header className={styles.bar}>
      <Link
        to="/"
        className={styles.home}
        onClick={search.clear}
        aria-label={`${t('start.product')} · ${place}`}
      >
        <Wordmark place={place} />
      </Link>
      <SearchField search={search} />
      <div className={styles.right}>
        <LanguageSwitch />
        <UserMenu clerk={clerk} showHelp={showHelp} leaveSearch={search.leave} />
      </div>
    </header>
  );
}
