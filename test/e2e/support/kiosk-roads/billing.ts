import { chooseToPay, offline, order, type Road } from './road';

export const billing: Record<string, Road> = {
  invoices: async (kiosk) => {
    await kiosk.home();
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.at('30-invoices', 'visit.invoices.title');
    await kiosk.page.getByRole('button', { name: /AVJ 224871/ }).click();
    await kiosk.page.getByRole('heading', { level: 1, name: /AVJ/ }).waitFor();
    await kiosk.at('31-invoice', 'visit.invoices.one');
    await kiosk.touch('kiosk.back');
    await kiosk.change(offline);
    await kiosk.at('32-invoices-offline', 'visit.invoices.title');
    await kiosk.page.getByRole('button', { name: /AVJ 224871/ }).click();
    await kiosk.at('33-invoice-offline', 'visit.invoices.one');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.payments.title');
    await kiosk.at('34-payments-offline', 'visit.payments.title');
    await kiosk.change('fake.connection = { ...fake.connection, lastExchangeAt: null }');
    await kiosk.says('visit.asOfNever');
    await kiosk.at('34-payments-as-of-never', 'visit.payments.title');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('35-pay-offline', 'visit.pay.offline');
    await kiosk.home();
    await kiosk.touch('kiosk.tile.payments.title');
    await kiosk.at('36-payments', 'visit.payments.title');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.touch('visit.older.invoices');
    await kiosk.at('36-invoices-older', 'visit.invoices.title');
    await kiosk.home('', '12');
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.at('37-no-invoices', 'visit.invoices.none');
  },
  'paying by card': async (kiosk) => {
    await kiosk.home(order(''));
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('40-pay', 'visit.pay.choose');
    await kiosk.goOn();
    await kiosk.at('41-pay-how', 'visit.pay.how');
    await kiosk.touch('visit.pay.card');
    await kiosk.at('42-pay-card', 'visit.pay.terminalTitle');
    await kiosk.touch('kiosk.leave');
    await kiosk.at('42-pay-leave', 'kiosk.unfinished.title');
    await kiosk.touch('kiosk.unfinished.stay');
    await kiosk.change("fake.orderAnswer = { outcome: 'offline' }");
    await kiosk.says('visit.pay.lostBody');
    await kiosk.at('43-pay-card-unheard', 'visit.pay.terminalTitle');
    await kiosk.change(order("state: 'unknown'"));
    await kiosk.at('44-pay-unknown', 'visit.pay.unknown');
    await kiosk.change(
      order("state: 'paid', receiptNumber: '7F3K2M9Q4XA', settledAt: '2026-11-22T08:41:00.000Z'"),
    );
    await kiosk.at('45-paid', 'visit.pay.paid');
    await kiosk.change('fake.billing.receive(fake.orderAnswer.order, 45124)');
    await kiosk.at('45-paid-in-advance', 'visit.pay.paid');
  },
  'not paid': async (kiosk) => {
    await kiosk.home(order(''));
    await chooseToPay(kiosk);
    for (const state of ['declined', 'expired', 'failed'] as const) {
      await kiosk.title('visit.pay.how');
      await kiosk.change(order(`state: '${state}'`));
      await kiosk.touch('visit.pay.card');
      await kiosk.at(`46-pay-${state}`, `visit.pay.${state}`);
      await kiosk.touch('visit.pay.otherWay');
    }
    await kiosk.change("fake.orderAnswer = { outcome: 'offline' }");
    await kiosk.touch('visit.pay.card');
    await kiosk.at('47-pay-lost', 'visit.pay.lost');
  },
  'paying by telephone': async (kiosk) => {
    await kiosk.home(order("channel: 'page', pageUrl: 'https://plata.exemplu.ro/p/4f9a2c'"));
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.phone');
    await kiosk.at('48-pay-page', 'visit.pay.pageTitle');
    await kiosk.change("fake.orderAnswer = { outcome: 'offline' }");
    await kiosk.says('visit.pay.lostBody');
    await kiosk.at('49-pay-page-unheard', 'visit.pay.pageTitle');
  },
  'turning away from the telephone': async (kiosk) => {
    await kiosk.home("fake.standing = { page: 'open', terminal: 'open' }");
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.phone');
    await kiosk.title('visit.pay.pageTitle');
    await kiosk.touch('kiosk.back');
    await kiosk.at('50-pay-how-page-open', 'visit.pay.how');
    await kiosk.touch('visit.pay.card');
    await kiosk.at('51-pay-card-page-open', 'visit.pay.terminalTitle');
    await kiosk.change("fake.standing.page = 'paid'");
    await kiosk.at('52-pay-card-page-paid', 'visit.pay.onPhone.paidTitle');
    await kiosk.change("fake.standing.terminal = 'unknown'");
    await kiosk.at('52-pay-unknown-page-paid', 'visit.pay.unknown');
    await kiosk.change("fake.standing.page = 'open'; fake.standing.terminal = 'paid'");
    await kiosk.title('visit.pay.paid');
    await kiosk.change(
      'for (const [place, { orderId: id, ...order }] of fake.orders.entries()) fake.billing.receive({ id, ...order }, place * 45124)',
    );
    await kiosk.at('53-paid-both', 'visit.pay.paid');
    await kiosk.touch('visit.result.more');
    await kiosk.at('54-home-page-paid', 'kiosk.home.title');
  },
  'a card while the page is open': async (kiosk) => {
    await kiosk.home("fake.standing = { page: 'open', terminal: 'open' }");
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.phone');
    await kiosk.title('visit.pay.pageTitle');
    await kiosk.touch('kiosk.back');
    await kiosk.title('visit.pay.how');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.back');
    await kiosk.at('55-home-page-open', 'kiosk.home.title');
    await chooseToPay(kiosk);
    await kiosk.change("fake.standing.terminal = 'paid'");
    await kiosk.touch('visit.pay.card');
    await kiosk.at('56-paid-page-open', 'visit.pay.paid');
    await kiosk.touch('kiosk.leave');
    await kiosk.at('57-leave-page-needless', 'kiosk.unfinished.needlessTitle');
  },
};
