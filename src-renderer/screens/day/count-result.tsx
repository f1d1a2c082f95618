import type { DrawerCount } from '../../../shared/model/cash-drawer';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './day.module.css';

/** What was counted beside what should have been there. */
export function CountResult({ count }: { count: DrawerCount }) {
  const { t, format } = useWords();
  const { openingBani, countedBani, differenceBani } = count;
  const facts = [
    ['openingWas', openingBani],
    ['expected', countedBani - differenceBani],
    ['countedWas', countedBani],
    ['difference', differenceBani],
  ] as const;
  return (
    <>
      <dl className={styles.count}>
        {facts.map(([name, bani]) => (
          <div key={name}>
            <dt>{t(`desk.closing.${name}`)}</dt>
            <dd>{format.money(bani)}</dd>
          </div>
        ))}
      </dl>
      <Difference bani={differenceBani} />
    </>
  );
}

function Difference({ bani }: { bani: number }) {
  const { t, format } = useWords();
  if (bani === 0) return <Notice tone="done">{t('desk.closing.exact')}</Notice>;
  const amount = format.money(Math.abs(bani));
  return (
    <Notice tone={bani < 0 ? 'refused' : 'ask'}>
      {t(bani < 0 ? 'desk.closing.missing' : 'desk.closing.surplus', { amount })}
    </Notice>
  );
}

/** What an earlier count said: the last one has it in it, so nothing of it is still to be found. */
export function EarlierCount({ count: { countedBani, differenceBani } }: { count: DrawerCount }) {
  const { t, format } = useWords();
  const amount = format.money(Math.abs(differenceBani));
  return (
    <p>
      {t('desk.closing.countedWas')}: {format.money(countedBani)}. {t(wordsOf(differenceBani), { amount })}
    </p>
  );
}

function wordsOf(differenceBani: number) {
  if (differenceBani === 0) return 'desk.closing.wasExact';
  return differenceBani < 0 ? 'desk.closing.wasMissing' : 'desk.closing.wasSurplus';
}
