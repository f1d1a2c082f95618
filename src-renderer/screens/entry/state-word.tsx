import {
  IconArchive,
  IconCircleCheck,
  IconCircleX,
  IconDeviceFloppy,
  IconHandStop,
  IconReplace,
  IconSend,
} from '@tabler/icons-react';
import type { SubmissionState } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import styles from './state-word.module.css';

const icons: Record<SubmissionState, typeof IconSend> = {
  kept: IconDeviceFloppy,
  sent: IconSend,
  received: IconCircleCheck,
  superseded: IconReplace,
  held: IconHandStop,
  refused: IconCircleX,
  'set-aside': IconArchive,
};

/** A submission's state by icon, word and colour. */
export function StateWord({ state }: { state: SubmissionState }) {
  const { t } = useWords();
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={20} stroke={2} aria-hidden />
      {t(`counter.submission.${state}`)}
    </span>
  );
}
