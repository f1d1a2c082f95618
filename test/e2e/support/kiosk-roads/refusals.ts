import { chooseToPay, offline, order, type Road } from './road';

const failing = (call: string): string => `fake.${call} = () => Promise.reject(new Error('gone'))`;

/** Who is not let in, and what cannot be entered or paid, with the reason. */
export const refusals: Record<string, Road> = {
  'codes refused': async (kiosk) => {
    await kiosk.open("fake.identifyAnswer = { outcome: 'not-possible' }");
    await kiosk.begin();
    await kiosk.touch('kiosk.who.codes.title');
    await kiosk.type('1204587', '33921', '');
    await kiosk.says('kiosk.codes.not-possible');
    await kiosk.at('c0-codes-not-possible', 'kiosk.codes.title');
    await kiosk.change(failing('identify'));
    await kiosk.touch('kiosk.next');
    await kiosk.says('kiosk.codes.unexpected');
    await kiosk.at('c0-codes-unexpected', 'kiosk.codes.title');
    await kiosk.open(offline);
    await kiosk.begin();
    await kiosk.touch('kiosk.who.codes.title');
    await kiosk.at('c1-codes-offline', 'kiosk.codes.title');
  },
  'sign-in refused': async (kiosk) => {
    await kiosk.open("fake.customerSignInAnswer = { outcome: 'email-not-confirmed' }");
    await kiosk.begin();
    await kiosk.touch('kiosk.who.email.title');
    await kiosk.touch('kiosk.signIn.submit');
    await kiosk.says('kiosk.signIn.empty');
    await kiosk.at('c2-sign-in-empty', 'kiosk.signIn.title');
    await kiosk.page.getByRole('textbox').first().focus();
    await kiosk.type('ana.pop@exemplu.ro', 'parola', '');
    await kiosk.says('kiosk.signIn.email-not-confirmed');
    await kiosk.at('c3-sign-in-unconfirmed', 'kiosk.signIn.title');
    await kiosk.change(failing('signInCustomer'));
    await kiosk.touch('kiosk.signIn.submit');
    await kiosk.says('kiosk.signIn.unexpected');
    await kiosk.at('c4-sign-in-unexpected', 'kiosk.signIn.title');
    await kiosk.change(
      "fake.signInCustomer = () => Promise.resolve({ outcome: 'locked', retryAfterMs: 840000 })",
    );
    await kiosk.touch('kiosk.signIn.submit');
    await kiosk.says('kiosk.locked');
    await kiosk.at('c5-sign-in-locked', 'kiosk.signIn.title');
  },
  'an index refused': async (kiosk) => {
    await kiosk.home("fake.saveAnswer = { outcome: 'not-saved', reason: 'no-space' }");
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.title('visit.meter.question');
    await kiosk.type('01250', '');
    await kiosk.says('visit.notSaved.no-space');
    await kiosk.at('c6-index-not-saved', 'visit.meter.question');
    await kiosk.touch('kiosk.keys.clear');
    await kiosk.change('fake.saveAnswer = null');
    await kiosk.type('01234', '');
    await kiosk.at('c6-index-no-water', 'visit.meter.confirmTitle');
  },
  'meters that are new, removed, or none': async (kiosk) => {
    await kiosk.home(
      'const [{ meters: [fresh] }] = fake.customers; fresh.standing.length = 0; Object.assign(fresh.meter, { usualM3: null, digits: 7, initialIndex: 3 })',
    );
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('c7-index-of-a-new-meter', 'visit.meter.question');
    await kiosk.touch('kiosk.back');
    await kiosk.change("fake.customers[0].meters[0].meter.status = 'removed'");
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('c8-meter-removed', 'visit.obstacle.title.meter-removed');
    await kiosk.change('fake.customers[0].meters.length = 0');
    await kiosk.at('c8-no-meter', 'visit.meter.none');
    await kiosk.home('', '12');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('c9-closed', 'visit.obstacle.title.account-closed');
  },
  'payments refused': async (kiosk) => {
    await kiosk.home();
    await chooseToPay(kiosk);
    const reasons = [
      'amount-changed',
      'no-card-terminal',
      'no-payment-page',
      'terminal-busy',
      'not-begun',
    ] as const;
    for (const reason of reasons) {
      await kiosk.title('visit.pay.how');
      await kiosk.change(`fake.orderAnswer = { outcome: 'refused', reason: '${reason}' }`);
      await kiosk.touch('visit.pay.card');
      await kiosk.says(`visit.pay.refused.${reason}`);
      await kiosk.at(`d0-pay-${reason}`, 'visit.pay.failed');
      if (reason !== 'amount-changed') await kiosk.touch('visit.pay.otherWay');
      else {
        await kiosk.touch('visit.pay.again');
        await kiosk.title('visit.pay.choose');
        await kiosk.goOn();
      }
    }
    await kiosk.change('fake.kiosk = { ...fake.kiosk, paymentPage: false }');
    await kiosk.at('d1-pay-by-card-only', 'visit.pay.how');
    await kiosk.change('fake.kiosk = { ...fake.kiosk, paymentPage: true, cardTerminal: false }');
    await kiosk.at('d1-pay-by-phone-only', 'visit.pay.how');
    await kiosk.change('fake.orderPayment = () => new Promise(() => undefined)');
    await kiosk.touch('visit.pay.phone');
    await kiosk.at('d2-pay-begins', 'visit.pay.begins');
    await kiosk.touch('kiosk.leave');
    await kiosk.at('d2-pay-leave-unknown', 'kiosk.unfinished.title');
    await kiosk.home("fake.orderAnswer = { outcome: 'refused', reason: 'no-room' }");
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.card');
    await kiosk.says('visit.pay.refused.no-room');
    await kiosk.at('d2-pay-no-room', 'visit.pay.failed');
  },
  'a payment begun before': async (kiosk) => {
    await kiosk.home(`fake.customers[0].account.emailKnown = true; ${order("invoiceIds: ['7-2026-10']")}`);
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.card');
    await kiosk.says('visit.pay.earlier');
    await kiosk.at('d3-pay-earlier', 'visit.pay.terminalTitle');
    await kiosk.change(order("invoiceIds: ['7-2026-10'], state: 'unknown'"));
    await kiosk.at('d3-pay-earlier-unknown', 'visit.pay.unknown');
    await kiosk.change(
      order(
        "invoiceIds: ['7-2026-10'], state: 'paid', receiptNumber: '7F3K2M9Q4XA', settledAt: '2026-11-22T08:41:00.000Z'",
      ),
    );
    await kiosk.at('d3-paid-earlier', 'visit.pay.paid');
    await kiosk.home(order("channel: 'page', pageUrl: 'https://plata.exemplu.ro/p/4f9a2c'"));
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.phone');
    await kiosk.title('visit.pay.pageTitle');
    await kiosk.touch('kiosk.leave');
    await kiosk.at('d4-pay-leave-page', 'kiosk.unfinished.title');
  },
  'nothing to pay': async (kiosk) => {
    await kiosk.home('fake.kiosk = { ...fake.kiosk, paymentPage: false, cardTerminal: false }');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('d5-pay-no-way', 'visit.pay.noWay');
    await kiosk.home('', '12');
    await kiosk.touch('kiosk.tile.payments.title');
    await kiosk.at('d6-no-payments', 'visit.payments.none');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('d7-nothing-to-pay', 'visit.pay.nothing');
  },
};
