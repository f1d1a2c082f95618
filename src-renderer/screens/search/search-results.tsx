import { Box } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { SearchHit } from '../../data/search-view';
import { useWords } from '../../text/use-words';
import { EmptyState } from '../parts/empty-state';
import { ReceiptAnswer } from '../receipt/receipt-answer';
import { Highlight } from './highlight';
import { kindWord } from './kind-word';
import { MonthState } from './month-state';
import styles from './search-results.module.css';
import type { SearchSession } from './use-search-session';

export const resultsId = 'search-results';
export const optionId = (accountId: string): string => `hit-${accountId}`;

export function SearchResults({ search }: { search: SearchSession }) {
  const { t } = useWords();
  const { results, resultsFor, receipt } = search;
  if (!results || resultsFor === '') return <div className={styles.sheet} />;
  if (results.hits.length === 0 && receipt) {
    return (
      <div className={styles.sheet}>
        <h1 className="visually-hidden">{t('desk.receipt.label')}</h1>
        <ReceiptAnswer receipt={receipt} open={search.openReceipt} />
      </div>
    );
  }
  if (results.hits.length === 0) {
    return (
      <div className={styles.sheet} role="status">
        <EmptyState
          centred
          icon={<IconUserQuestion size={40} stroke={1.5} />}
          title={t('counter.search.noneTitle', { text: resultsFor })}
          body={t('counter.search.noneBody')}
        />
      </div>
    );
  }
  return (
    <div className={styles.sheet}>
      <h1 className="visually-hidden">{t('counter.search.results')}</h1>
      <p className={styles.head}>
        <span role="status">
          {results.more
            ? t('counter.search.more')
            : t('counter.search.found', { count: results.hits.length })}
        </span>
        <span className={styles.keys}>{t('counter.search.keys')}</span>
      </p>
      <div className={styles.columns} aria-hidden>
        <span>{t('counter.search.holder')}</span>
        <span>{t('counter.search.address')}</span>
        <span>{t('counter.search.code')}</span>
        <span>{t('counter.search.kind')}</span>
        <span>{t('counter.search.month')}</span>
      </div>
      <div id={resultsId} role="listbox" aria-label={t('counter.search.results')}>
        {results.hits.map((hit, place) => (
          <Hit key={hit.accountId} hit={hit} search={search} active={place === search.active} />
        ))}
      </div>
    </div>
  );
}

/** The combobox in the top bar owns the keys, as ARIA asks of a listbox; the row itself only takes a click. */
function Hit({ hit, search, active }: { hit: SearchHit; search: SearchSession; active: boolean }) {
  const { t } = useWords();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const text = search.resultsFor;
  return (
    <Box
      ref={row}
      id={optionId(hit.accountId)}
      className={styles.hit}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onClick={() => search.open(hit)}
    >
      <span className={styles.holder}>
        <Highlight words={hit.holderName} text={text} />
      </span>
      <span className={styles.address}>
        <Highlight words={`${hit.serviceAddress}, ${hit.locality}`} text={text} />
      </span>
      <span className={styles.code}>
        <Highlight words={hit.clientCode} text={text} />
        {hit.meterSerials.some((serial) => text !== '' && serial.includes(text)) && (
          <span className={styles.serial}>
            <Highlight
              words={t('counter.search.serial', { serial: hit.meterSerials.join(', ') })}
              text={text}
            />
          </span>
        )}
      </span>
      <span className={styles.kind}>{kindWord(t, hit)}</span>
      <MonthState month={hit.month} />
    </Box>
  );
}
