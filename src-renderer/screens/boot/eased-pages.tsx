import type { ReactNode } from 'react';
import { useEased } from '../kiosk/comfort/comfort';
import { SightBar } from '../kiosk/comfort/comfort-bar';
import { PageEasing } from '../parts/notice-page';

/** Pages of a machine of which nobody knows yet before whom it will stand: they can be read as a kiosk's can. */
export function EasedPages({ children }: { children: ReactNode }) {
  useEased('none-yet');
  return <PageEasing value={<SightBar />}>{children}</PageEasing>;
}
