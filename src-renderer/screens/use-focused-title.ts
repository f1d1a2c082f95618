import { type RefObject, useEffect, useRef } from 'react';

/** The title of a page takes the focus once it is known what the page may show. */
export function useFocusedTitle(known: boolean): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (known) title.current?.focus();
  }, [known]);
  return title;
}
