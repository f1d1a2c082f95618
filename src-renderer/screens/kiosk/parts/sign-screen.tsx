import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconCloudDown,
  IconCreditCard,
  IconInfoCircle,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { KioskScreen } from './kiosk-screen';
import styles from './sign-screen.module.css';

const icons = {
  received: IconCircleCheck,
  inform: IconInfoCircle,
  ask: IconAlertTriangle,
  refused: IconCircleX,
  filling: IconCloudDown,
  card: IconCreditCard,
  shut: IconPlugConnectedX,
};

type SignScreenProps = Pick<
  ComponentProps<typeof KioskScreen>,
  'title' | 'subtitle' | 'back' | 'primary' | 'notice' | 'live' | 'done'
> & { tone: keyof typeof icons };

/** One thing to know and at most one thing to do: a sentence and its sign. */
export function SignScreen({ tone, ...screen }: SignScreenProps) {
  const Icon = icons[tone];
  return (
    <KioskScreen {...screen} sign>
      <div className={styles.sign} data-tone={tone}>
        <Icon size="100%" stroke={1.25} aria-hidden />
      </div>
    </KioskScreen>
  );
}
