import type { ComponentType } from 'react';
import { OlderBillingProvider } from '../older-billing';
import { AccountPage } from './account/account-page';
import { PasswordPage } from './account/password-page';
import { AttractPage } from './attract/attract-page';
import { InvoicePage } from './billing/invoice-page';
import { InvoicesPage } from './billing/invoices-page';
import { PaymentsPage } from './billing/payments-page';
import { AccountsPage } from './home/accounts-page';
import { HomePage } from './home/home-page';
import { CodesPage } from './identify/codes-page';
import { KioskSignInPage } from './identify/sign-in-page';
import { WhoPage } from './identify/who-page';
import { type KioskPlace, useKiosk } from './navigation';
import { PayPage } from './pay/pay-page';
import { ReadingsPage } from './readings/readings-page';
import { RegisterPage } from './register/register-page';
import { ResultPage } from './result/result-page';

type PageOf<At extends KioskPlace['at']> = ComponentType<{ place: Extract<KioskPlace, { at: At }> }>;

/** The screen of each place. */
const pages: { [At in KioskPlace['at']]: PageOf<At> } = {
  attract: AttractPage,
  who: WhoPage,
  codes: CodesPage,
  'sign-in': KioskSignInPage,
  home: HomePage,
  accounts: AccountsPage,
  readings: ReadingsPage,
  result: ResultPage,
  invoices: InvoicesPage,
  invoice: InvoicePage,
  payments: PaymentsPage,
  pay: PayPage,
  account: AccountPage,
  password: PasswordPage,
  register: RegisterPage,
};

export function KioskPage() {
  const { screen } = useKiosk();
  const Page = pages[screen.at] as ComponentType<{ place: KioskPlace }>;
  return (
    <OlderBillingProvider>
      <Page place={screen} />
    </OlderBillingProvider>
  );
}
