import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../text/use-words';
import styles from './search-field.module.css';
import { optionId, resultsId } from './search-results';
import type { SearchSession } from './use-search-session';

/** Always reachable: F2. Arrows choose, Enter opens, Escape goes back to what was open. */
export function SearchField({ search }: { search: SearchSession }) {
  const { t } = useWords();
  const active = search.results?.hits[search.active];
  const listed = search.shown && (search.results?.hits.length ?? 0) > 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !act(search, event.key)) return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={search.field}
      classNames={{ input: styles.field ?? '' }}
      leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
      rightSection={<kbd>F2</kbd>}
      rightSectionWidth={48}
      placeholder={t('counter.topBar.search')}
      aria-label={t('counter.topBar.searchLabel')}
      role="combobox"
      aria-expanded={listed}
      aria-controls={listed ? resultsId : undefined}
      aria-autocomplete="list"
      aria-activedescendant={search.shown && active ? optionId(active.accountId) : undefined}
      autoComplete="off"
      spellCheck={false}
      value={search.text}
      onChange={(event) => search.type(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  );
}

/** @returns whether the key means something to the search */
function act(search: SearchSession, key: string): boolean {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      search.move(key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Enter':
      search.openActive();
      return true;
    case 'Escape':
      search.close();
      return true;
    default:
      return false;
  }
}
