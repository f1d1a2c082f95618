import type { ComponentType } from 'react';
import { type KioskPlace, useKiosk } from './navigation';
import { Waiting } from './parts/waiting';

type PageOf<At extends KioskPlace['at']> = ComponentType<{ place: Extract<KioskPlace, { at: At }> }>;

/** The screen of each place. */
const pages: { [At in KioskPlace['at']]?: PageOf<At> } = {};

export function KioskPage() {
  const { screen } = useKiosk();
  const Page = pages[screen.at] as ComponentType<{ place: KioskPlace }> | undefined;
  return Page ? <Page place={screen} /> : <Waiting />;
}
