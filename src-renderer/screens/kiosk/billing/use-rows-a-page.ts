import { useEffect, useState } from 'react';

const tall = '(orientation: portrait)';

/** How many rows fit: a tall screen has more room than a wide one. */
export function useRowsAPage(fits: { tall: number; wide: number }): number {
  const [isTall, setTall] = useState(() => window.matchMedia(tall).matches);
  useEffect(() => {
    const query = window.matchMedia(tall);
    const hear = () => setTall(query.matches);
    query.addEventListener('change', hear);
    return () => query.removeEventListener('change', hear);
  }, []);
  return isTall ? fits.tall : fits.wide;
}
