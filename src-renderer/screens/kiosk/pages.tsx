import type { ComponentType } from 'react';
import { AttractPage } from './attract/attract-page';
import { AccountsPage } from './home/accounts-page';
import { HomePage } from './home/home-page';
import { CodesPage } from './identify/codes-page';
import { KioskSignInPage } from './identify/sign-in-page';
import { WhoPage } from './identify/who-page';
import { type KioskPlace, useKiosk } from './navigation';
import { Waiting } from './parts/waiting';

type PageOf<At extends KioskPlace['at']> = ComponentType<{ place: Extract<KioskPlace, { at: At }> }>;

/** The screen of each place. */
const pages: { [At in KioskPlace['at']]?: PageOf<At> } = {
  attract: AttractPage,
  who: WhoPage,
  codes: CodesPage,
  'sign-in': KioskSignInPage,
  home: HomePage,
  accounts: AccountsPage,
};

export function KioskPage() {
  const { screen } = useKiosk();
  const Page = pages[screen.at] as ComponentType<{ place: KioskPlace }> | undefined;
  return Page ? <Page place={screen} /> : <Waiting />;
}
