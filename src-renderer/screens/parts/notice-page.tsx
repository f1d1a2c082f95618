import { createContext, type ReactNode, useContext } from 'react';
import { LanguageSwitch } from '../shell/language-switch';
import styles from './notice-page.module.css';
import { Wordmark } from './wordmark';

interface NoticePageProps {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  /** What the page is about is bad news: said by colour as well as by words. */
  tone?: 'plain' | 'trouble';
}

/** What makes such pages easier to see, where they have to be. */
export const PageEasing = createContext<ReactNode>(null);

/** A page that fills the window with one thing to know or to do. */
export function NoticePage({ icon, title, children, tone = 'plain' }: NoticePageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Wordmark />
        <div className={styles.choices}>
          {useContext(PageEasing)}
          <LanguageSwitch />
        </div>
      </header>
      <main className={styles.sheet}>
        {icon && (
          <div className={styles.icon} data-tone={tone} aria-hidden>
            {icon}
          </div>
        )}
        <h1 className={styles.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
