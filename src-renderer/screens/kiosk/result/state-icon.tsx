import {
  IconArchive,
  IconCircleCheck,
  IconCircleX,
  IconDeviceFloppy,
  IconReplace,
  IconSend,
  IconUserSearch,
} from '@tabler/icons-react';
import type { SubmissionState } from '../../../data/submission-view';
import styles from './result.module.css';

const icons: Record<SubmissionState, typeof IconSend> = {
  kept: IconDeviceFloppy,
  sent: IconSend,
  received: IconCircleCheck,
  superseded: IconReplace,
  held: IconUserSearch,
  refused: IconCircleX,
  'set-aside': IconArchive,
};

/** The state at a glance; the title says it in words. */
export function StateIcon({ state }: { state: SubmissionState }) {
  const Icon = icons[state];
  return (
    <span className={styles.icon} data-state={state} aria-hidden>
      <Icon size="100%" stroke={1.5} />
    </span>
  );
}
