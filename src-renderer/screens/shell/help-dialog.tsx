import { Modal } from '@mantine/core';
import { useWords } from '../../text/use-words';
import styles from './help-dialog.module.css';

const rows = [
  { keys: ['F2'], means: 'f2' },
  { keys: ['Enter'], means: 'enter' },
  { keys: ['Esc'], means: 'escape' },
  { keys: ['↑', '↓', '←', '→'], means: 'arrows' },
  { keys: ['Ctrl + ←', 'Ctrl + →'], means: 'tabs' },
  { keys: ['F4'], means: 'f4' },
  { keys: ['F6'], means: 'f6' },
  { keys: ['F7'], means: 'f7' },
  { keys: ['F8'], means: 'f8' },
  { keys: ['F9'], means: 'f9' },
  { keys: ['Alt + 1', '2', '3'], means: 'languages' },
  { keys: ['F1'], means: 'f1' },
] as const;

export function HelpDialog({ shown, close }: { shown: boolean; close: () => void }) {
  const { t } = useWords();
  return (
    <Modal.Root opened={shown} onClose={close} size={560} centered transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: the page has its one header already. */}
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{t('counter.help.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('counter.help.close')} />
        </div>
        <Modal.Body>
          <dl className={styles.keys}>
            {rows.map(({ keys, means }) => (
              <div className={styles.row} key={means}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`counter.help.${means}`)}</dd>
              </div>
            ))}
          </dl>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
