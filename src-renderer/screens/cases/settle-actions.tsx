import { Button } from '@mantine/core';
import { IconArchive, IconCheck, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { hasRemedy } from '../../../shared/metering/decision-rules';
import type { CaseView } from '../../data/settling-api';
import { useWords } from '../../text/use-words';
import styles from './cases.module.css';
import { isSealed } from './meaning-of';
import { SettleForm } from './settle-form';

const icons = { accept: IconCheck, corrected: IconPencil, 'set-aside': IconArchive };

export type SettleAction = keyof typeof icons;

interface SettleActionsProps {
  of: CaseView;
  /** After it was saved. */
  done: () => void;
}

/** First what, then why: nothing is settled by one key. */
export function SettleActions({ of, done }: SettleActionsProps) {
  const { t } = useWords();
  const [action, setAction] = useState<SettleAction | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const offered = actionsFor(of);
  const cancel = () => {
    const place = action ? offered.indexOf(action) : 0;
    setAction(null);
    requestAnimationFrame(() => row.current?.querySelectorAll('button')[place]?.focus());
  };
  if (action) return <SettleForm of={of} action={action} cancel={cancel} done={done} />;
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
  };
  return (
    <div ref={row} className={styles.actions} role="toolbar" onKeyDown={onKey}>
      {offered.map((one, place) => {
        const Icon = icons[one];
        return (
          <Button
            key={one}
            variant="default"
            data-first={place === 0 || undefined}
            leftSection={<Icon size={20} stroke={1.5} aria-hidden />}
            onClick={() => setAction(one)}
          >
            {t(`care.cases.${one}`)}
          </Button>
        );
      })}
    </div>
  );
}

/**
 * A value can take the place of an index only where it is known whose meter it is. What was sealed is let go of once it
 * is refused: nothing of it could be accepted any more. Nor is that offered which the server could not let count.
 */
function actionsFor({ kind, why, accountId, meterId, findings }: CaseView): SettleAction[] {
  if (isSealed({ kind }) && why === 'refused') return ['set-aside'];
  const isIndex = kind === 'reading' || kind === 'reading-correction';
  return [
    ...(hasRemedy(kind, findings) ? (['accept'] as const) : []),
    ...(isIndex && accountId && meterId ? (['corrected'] as const) : []),
    'set-aside',
  ];
}
