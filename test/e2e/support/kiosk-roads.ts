import type { KioskPreview } from './kiosk-preview';

type Road = (kiosk: KioskPreview) => Promise<void>;

const offline = `fake.kiosk = { ...fake.kiosk, online: false };
  fake.connection = { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } }`;
const shut = (connection: string, accountsReady: boolean): string =>
  `fake.connection = { connection: ${connection}, accountsReady: ${accountsReady} }`;
const order = (facts: string): string =>
  `fake.orderAnswer = { outcome: 'order', order: { id: 'order-1', accountId: '7', invoiceIds: ['7-2026-09', '7-2026-10'],
    channel: 'terminal', amountBani: 45124, state: 'open',
    pageUrl: null, receiptNumber: null, madeAt: '2026-11-22T08:40:00.000Z', endsAt: '2026-11-22T08:50:00.000Z', settledAt: null, ${facts} } }`;

const identify: Record<string, Road> = {
  attract: async (kiosk) => {
    await kiosk.open();
    await kiosk.at('01-attract', 'kiosk.attract.title');
    await kiosk.change(offline);
    await kiosk.says('kiosk.attract.offline');
    await kiosk.at('02-attract-offline', 'kiosk.attract.title');
    await kiosk.page.getByRole('heading', { level: 1 }).click();
    await kiosk.at('03-who-offline', 'kiosk.who.title');
    await kiosk.touch('kiosk.who.email.title');
    await kiosk.at('04-sign-in-offline', 'kiosk.signIn.title');
  },
  codes: async (kiosk) => {
    await kiosk.open();
    await kiosk.page.getByRole('heading', { level: 1 }).click();
    await kiosk.at('05-who', 'kiosk.who.title');
    await kiosk.touch('kiosk.who.codes.title');
    await kiosk.at('06-codes', 'kiosk.codes.title');
    await kiosk.type('1204587', '11111', '');
    await kiosk.says('kiosk.codes.wrong');
    await kiosk.at('07-codes-wrong', 'kiosk.codes.title');
    await kiosk.change("fake.identifyAnswer = { outcome: 'locked', retryAfterMs: 95000 }");
    await kiosk.type('');
    await kiosk.page.keyboard.press('Enter');
    await kiosk.says('kiosk.locked');
    await kiosk.at('08-codes-locked', 'kiosk.codes.title');
  },
  'sign-in': async (kiosk) => {
    await kiosk.open("fake.customerSignInAnswer = { outcome: 'wrong' }");
    await kiosk.page.getByRole('heading', { level: 1 }).click();
    await kiosk.touch('kiosk.who.email.title');
    await kiosk.at('09-sign-in', 'kiosk.signIn.title');
    await kiosk.type('ana.pop@exemplu.ro', 'parola', '');
    await kiosk.says('kiosk.signIn.wrong');
    await kiosk.at('10-sign-in-wrong', 'kiosk.signIn.title');
  },
};

const readings: Record<string, Road> = {
  index: async (kiosk) => {
    await kiosk.home();
    await kiosk.at('11-home', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('12-index', 'visit.meter.question');
    await kiosk.type('1200', '');
    await kiosk.says('findings.index-below-previous');
    await kiosk.at('13-index-wrong', 'visit.meter.question');
    await kiosk.touch('visit.meter.past');
    await kiosk.at('14-past-months', 'visit.meter.pastTitle');
    await kiosk.touch('kiosk.back');
    await kiosk.type('1250', '');
    await kiosk.at('14-index-short', 'visit.meter.confirmTitle');
    await kiosk.touch('visit.meter.no');
    await kiosk.touch('kiosk.keys.clear');
    await kiosk.type('01734', '');
    await kiosk.at('15-confirm', 'visit.meter.confirmTitle');
    await kiosk.touch('visit.meter.yes');
    await kiosk.at('16-result-kept', 'visit.result.title.reading.kept');
    await kiosk.change("fake.settle('own-1', 'received', [])");
    await kiosk.at('17-result-received', 'visit.result.title.reading.received');
    await kiosk.change("fake.settle('own-1', 'refused', [{ code: 'codes-mismatch' }])");
    await kiosk.at('18-result-refused', 'visit.result.title.reading.refused');
    await kiosk.touch('visit.result.more');
    await kiosk.at('19-home-sent', 'kiosk.home.title');
  },
  'index offline': async (kiosk) => {
    await kiosk.home(offline);
    await kiosk.at('20-home-offline', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.title('visit.meter.question');
    await kiosk.type('01250', '');
    await kiosk.at('21-result-kept-offline', 'visit.result.title.reading.kept');
    await kiosk.touch('visit.result.more');
    await kiosk.at('21-home-kept', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('22-index-change', 'visit.meter.question');
  },
  obstacles: async (kiosk) => {
    await kiosk.home('', '8');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('23-choose-meter', 'visit.meter.choose');
    await kiosk.home('', '9');
    await kiosk.at('24-home-apartment', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('25-apartment', 'visit.obstacle.title.apartment-not-eligible');
    await kiosk.home('', '10');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('26-window-closed', 'visit.obstacle.title.window-closed');
    await kiosk.home('', '11');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('27-remote', 'visit.obstacle.title.meter-remote');
    await kiosk.home('', '12');
    await kiosk.at('28-home-closed', 'kiosk.home.title');
  },
};

const billing: Record<string, Road> = {
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
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('35-pay-offline', 'visit.pay.offline');
    await kiosk.home();
    await kiosk.touch('kiosk.tile.payments.title');
    await kiosk.at('36-payments', 'visit.payments.title');
    await kiosk.home('', '12');
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.at('37-no-invoices', 'visit.invoices.none');
  },
  'paying by card': async (kiosk) => {
    await kiosk.home(order(''));
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('40-pay', 'visit.pay.choose');
    await kiosk.page.getByRole('navigation').getByRole('button').last().click();
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
  },
  'not paid': async (kiosk) => {
    await kiosk.home(order(''));
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.title('visit.pay.choose');
    await kiosk.page.getByRole('navigation').getByRole('button').last().click();
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
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.title('visit.pay.choose');
    await kiosk.page.getByRole('navigation').getByRole('button').last().click();
    await kiosk.touch('visit.pay.phone');
    await kiosk.at('48-pay-page', 'visit.pay.pageTitle');
    await kiosk.change("fake.orderAnswer = { outcome: 'offline' }");
    await kiosk.says('visit.pay.lostBody');
    await kiosk.at('49-pay-page-unheard', 'visit.pay.pageTitle');
  },
};

const forms: Record<string, Road> = {
  registration: async (kiosk) => {
    await kiosk.home();
    await kiosk.touch('kiosk.tile.register.title');
    await kiosk.at('50-register-email', 'visit.register.email');
    await kiosk.type('ana.pop', '');
    await kiosk.says('findings.email-malformed');
    await kiosk.at('51-register-email-wrong', 'visit.register.email');
    await kiosk.type('@exemplu.ro', '');
    await kiosk.at('52-register-phone', 'visit.register.phone');
    await kiosk.type('0722123456', '');
    await kiosk.at('53-register-password', 'visit.register.password');
    await kiosk.type('parola-mea', 'parola-me', '');
    await kiosk.says('findings.passwords-differ');
    await kiosk.at('54-register-password-wrong', 'visit.register.password');
    await kiosk.type('parola-mea', '');
    await kiosk.at('55-register-summary', 'visit.form.summary');
    await kiosk.touch('visit.register.send');
    await kiosk.at('56-register-kept', 'visit.result.title.request.kept');
    await kiosk.change("fake.settle('own-1', 'received', [])");
    await kiosk.at('57-register-received', 'visit.result.title.request.received');
    await kiosk.touch('visit.result.more');
    await kiosk.at('57-home-registered', 'kiosk.home.title');
    await kiosk.change(
      `const [own] = fake.own; fake.settle('own-1', 'refused', [{ code: 'already-registered' }]); fake.visit = { ...fake.visit, notices: [own] }`,
    );
    await kiosk.at('58-home-refused', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.account.title');
    await kiosk.title('kiosk.signIn.title');
  },
  account: async (kiosk) => {
    await kiosk.signedIn();
    await kiosk.at('60-home-signed-in', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.account.title');
    await kiosk.at('61-account', 'visit.account.title');
    await kiosk.touch('visit.account.byEmailOff');
    await kiosk.at('62-by-email', 'visit.account.byEmailTitle.off');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('visit.account.changePhone');
    await kiosk.at('63-phone', 'visit.account.newPhone');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('visit.account.changePassword');
    await kiosk.at('64-new-password', 'visit.account.newPassword');
    await kiosk.type('parola-noua', 'parola-noua', '');
    await kiosk.at('65-old-password', 'visit.account.oldPassword');
    await kiosk.change("fake.passwordAnswer = { outcome: 'offline' }");
    await kiosk.type('parola-mea', '');
    await kiosk.says('visit.account.passwordOffline');
    await kiosk.at('66-old-password-offline', 'visit.account.oldPassword');
    await kiosk.change("fake.passwordAnswer = { outcome: 'changed' }");
    await kiosk.touch('visit.account.save');
    await kiosk.at('67-password-changed', 'visit.account.passwordChanged');
  },
  accounts: async (kiosk) => {
    await kiosk.signedIn(['7', '8', '9', '10', '11', '12']);
    await kiosk.at('68-accounts', 'kiosk.accounts.title');
  },
};

const lowered: Record<string, Road> = {
  'lowered index': async (kiosk) => {
    await kiosk.home();
    await kiosk.lower();
    await kiosk.at('80-low-home', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('81-low-index', 'visit.meter.question');
    await kiosk.type('01734');
    await kiosk.says('findings.consumption-high');
    await kiosk.at('82-low-index-unusual', 'visit.meter.question');
    await kiosk.page.keyboard.press('Enter');
    await kiosk.at('83-low-confirm', 'visit.meter.confirmTitle');
  },
  'lowered apartment': async (kiosk) => {
    await kiosk.home('', '9');
    await kiosk.lower();
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('85-low-apartment', 'visit.obstacle.title.apartment-not-eligible');
  },
  'lowered registration': async (kiosk) => {
    await kiosk.home();
    await kiosk.lower();
    await kiosk.touch('kiosk.tile.register.title');
    await kiosk.at('86-low-register-email', 'visit.register.email');
    await kiosk.type('ana.pop', '');
    await kiosk.says('findings.email-malformed');
    await kiosk.at('87-low-register-wrong', 'visit.register.email');
    await kiosk.type('@exemplu.ro', '');
    await kiosk.at('88-low-register-phone', 'visit.register.phone');
    await kiosk.type('0722123456', '');
    await kiosk.at('89-low-register-password', 'visit.register.password');
  },
  'lowered paying': async (kiosk) => {
    await kiosk.home(order("state: 'declined'"));
    await kiosk.lower();
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('90-low-pay', 'visit.pay.choose');
    await kiosk.page.getByRole('navigation').getByRole('button').last().click();
    await kiosk.touch('visit.pay.card');
    await kiosk.at('91-low-declined', 'visit.pay.declined');
  },
};

const standstill: Record<string, Road> = {
  idle: async (kiosk) => {
    await kiosk.home('fake.kiosk = { ...fake.kiosk, idleSeconds: 1, warningSeconds: 30 }');
    await kiosk.at('70-idle-warning', 'kiosk.idle.title');
  },
  shut: async (kiosk) => {
    await kiosk.open(shut("{ state: 'locked-out', problem: 'device-revoked' }", true));
    await kiosk.at('71-revoked', 'kiosk.shut.revoked.title');
    await kiosk.change(shut("{ state: 'locked-out', problem: 'unauthenticated' }", false));
    await kiosk.at('72-locked-out', 'kiosk.shut.locked-out.title');
    await kiosk.change(shut("{ state: 'online' }", false));
    await kiosk.at('73-filling', 'kiosk.shut.filling.title');
    await kiosk.change(shut("{ state: 'offline', since: null, reason: 'unreachable' }", false));
    await kiosk.at('74-shut-offline', 'kiosk.shut.offline.title');
  },
};

/** Roads through the kiosk that pass all of its screens; `at` looks at one. */
export const kioskRoads: Record<string, Road> = {
  ...identify,
  ...readings,
  ...billing,
  ...forms,
  ...lowered,
  ...standstill,
};
