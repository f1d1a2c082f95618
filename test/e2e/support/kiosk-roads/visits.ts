import type { Road } from './road';

const over = 'fake.visit = null';
const gone = 'fake.customers.length = 0';

/** Two things to tell of earlier visits, which is as many as are shown. */
const notices = `fake.visit = { ...fake.visit, notices: [
  { id: 'n1', kind: 'registration', state: 'refused', findings: [{ code: 'already-registered' }], capturedAt: '2026-11-20T08:42:00.000Z' },
  { id: 'n2', kind: 'reading', state: 'held', findings: [{ code: 'clock-unsure' }], capturedAt: '2026-11-21T08:42:00.000Z' } ] }`;

/** A visit that comes to its end, or loses its account, and what home says besides. */
export const visits: Record<string, Road> = {
  'a visit at its end': async (kiosk) => {
    await kiosk.home();
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.title('visit.invoices.title');
    await kiosk.change(over);
    await kiosk.at('a0-visit-over', 'visit.over.title');
    await kiosk.home();
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.title('visit.meter.question');
    await kiosk.change(gone);
    await kiosk.at('a1-account-gone', 'visit.gone.title');
    await kiosk.touch('kiosk.back');
    await kiosk.at('a2-home-gone', 'kiosk.home.gone.title');
    await kiosk.page.evaluate('window.freshPage = () => undefined');
    await kiosk.touch('kiosk.leave');
    await kiosk.bare('a3-leaving', 'kiosk.leaving.thanks', { touched: true });
  },
  'a screen that fails': async (kiosk) => {
    await kiosk.home();
    await kiosk.change("fake.watch = () => Promise.reject(new Error('COL23: the collection was closed'))");
    await kiosk.touch('kiosk.tile.account.title');
    await kiosk.at('a4-trouble', 'kiosk.trouble.title');
  },
  'home in its states': async (kiosk) => {
    await kiosk.home(
      'fake.kiosk = { ...fake.kiosk, billingReady: false, paymentPage: false, cardTerminal: false }',
      '10',
    );
    await kiosk.at('a5-home-loading', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('a5-loading', 'visit.pay.title');
    await kiosk.touch('kiosk.back');
    await kiosk.change('fake.kiosk = { ...fake.kiosk, billingReady: true }');
    await kiosk.at('a6-home-pays-at-counter', 'kiosk.home.title');
    await kiosk.signedIn(['12', '7']);
    await kiosk.title('kiosk.accounts.title');
    await kiosk.page.getByRole('button', { name: /POPA Vasile/ }).click();
    await kiosk.title('kiosk.home.title');
    await kiosk.change(`${notices}; fake.kiosk = { ...fake.kiosk, online: false }`);
    await kiosk.at('a7-home-with-much-to-say', 'kiosk.home.title');
    await kiosk.home('fake.kiosk = { ...fake.kiosk, canSave: false }');
    await kiosk.at('a8-home-no-room', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('a9-pay-no-room', 'visit.pay.noRoom');
  },
};
