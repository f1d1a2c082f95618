import { IconArrowLeft } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../../../text/use-words';
import { Wordmark } from '../../parts/wordmark';
import { useComfort } from '../comfort/comfort';
import { useVoice } from '../comfort/use-voice';
import { takeFocus } from '../leaving/focus-again';
import { type Kiosk, useKiosk } from '../navigation';
import { BigButton } from './big-button';
import { KioskBar } from './kiosk-bar';
import styles from './kiosk-screen.module.css';
import { LeaveButton } from './leave-button';
import { useOwnTouches } from './own-touches';

interface KioskScreenProps {
  /** The screen's one question; it gets the focus when the screen comes, unless a field takes it. */
  title: string;
  subtitle?: string | undefined;
  /** Where «Înapoi» leads; the screen before when left out, nowhere when null. */
  back?: (() => void) | null;
  /** The one large button that goes on; Enter in a field does the same. */
  primary?: Primary | undefined;
  /** Said by screen readers, and aloud, when it changes. */
  live?: string | undefined;
  /** Said aloud as well when it changes, where the screen itself says it to screen readers. */
  spoken?: string | undefined;
  /** The product's name above the title, and where this machine stands: on the first screen. */
  mark?: string;
  /** What there is to say to what was tried; beside the title where a keyboard leaves no other room. */
  notice?: ReactNode;
  /** One sentence and its sign, which fill the screen. */
  sign?: boolean;
  /** What one came for is done: «Gata» stands as large as the way on, beside it, in place of the way back. */
  done?: boolean;
  children: ReactNode;
  /** Keys that stand beside the rest where the screen is wide, and under it where it is tall: a keypad. */
  beside?: ReactNode;
  /** Keys that need the whole width: a keyboard. */
  below?: ReactNode;
}

interface Primary {
  label: string;
  onPress: () => void;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
}

/**
 * The frame of every screen: what it is about above, what is touched below it, and always at the same place the way back,
 * the way on, the language, what makes it easier, and «Gata», which is large beside the way on once something is done. A form's next step is a screen of its own: give it a `key`.
 */
export function KioskScreen(props: KioskScreenProps) {
  const {
    title,
    subtitle,
    primary,
    live = '',
    spoken = '',
    mark,
    notice,
    sign,
    done,
    children,
    beside,
    below,
  } = props;
  const { comfort } = useComfort();
  const goBack = useBack(props.back);
  const heading = useFocusOnArrival();
  const onClickFirst = useOwnTouches();
  const titleId = useId();
  useVoice(title, subtitle ?? '', live, spoken);
  const onKeyDown = (event: KeyboardEvent) => {
    const goesOn = event.key === 'Enter' && !event.repeat && event.target instanceof HTMLInputElement;
    if (!goesOn || event.defaultPrevented || !primary || primary.busy || primary.disabled) return;
    event.preventDefault();
    primary.onPress();
  };
  return (
    <div className={styles.page} data-lowered={comfort.lowered || undefined}>
      <div className={styles.room}>
        <div
          className={styles.screen}
          data-beside={beside ? true : undefined}
          data-below={below ? true : undefined}
          data-sign={sign || undefined}
          data-done={done || undefined}
          onClickCapture={done ? onClickFirst : undefined}
        >
          <main className={styles.main} aria-labelledby={titleId} onKeyDown={onKeyDown}>
            <div className={styles.said}>
              {mark && (
                <div className={styles.largeMark}>
                  <Wordmark place={mark} />
                </div>
              )}
              <h1 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
                {title}
              </h1>
              {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
              {notice && <div className={styles.notice}>{notice}</div>}
            </div>
            <div className={styles.content}>{children}</div>
            {beside && <div className={styles.beside}>{beside}</div>}
            {below && <div className={styles.below}>{below}</div>}
          </main>
          <p className="visually-hidden" role="status">
            {live}
          </p>
          {(goBack || primary) && <Acts back={goBack} primary={primary} done={done} />}
          <KioskBar leave={!done} />
        </div>
      </div>
    </div>
  );
}

interface ActsProps {
  back: (() => void) | null;
  primary: Primary | undefined;
  done: boolean | undefined;
}

function Acts({ back, primary, done }: ActsProps) {
  const { t } = useWords();
  return (
    <nav className={styles.acts} data-done={done || undefined} aria-label={t('kiosk.acts')}>
      <span className={styles.back}>
        {back && (
          <BigButton label={t('kiosk.back')} icon={<IconArrowLeft size={36} aria-hidden />} onPress={back} />
        )}
        {done && <LeaveButton />}
      </span>
      <span className={styles.primary}>{primary && <BigButton tone="primary" {...primary} />}</span>
    </nav>
  );
}

function useBack(back: KioskScreenProps['back']): (() => void) | null {
  const kiosk: Kiosk = useKiosk();
  if (back !== undefined) return back;
  return kiosk.canGoBack ? kiosk.back : null;
}

/**
 * A new screen begins at its first field (`data-first`), or at its heading, for the keyboard and for screen readers: before
 * it is painted, so that no key pressed on what is seen goes astray. Behind a question it waits until that is answered.
 */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const first = heading.current?.closest('main')?.querySelector<HTMLElement>('[data-first]');
    takeFocus(first ?? heading.current);
  }, []);
  return heading;
}
