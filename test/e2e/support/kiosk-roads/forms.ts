import { type Road, registerToPassword } from './road';

export const forms: Record<string, Road> = {
  registration: async (kiosk) => {
    await kiosk.home();
    await registerToPassword(kiosk, [
      '50-register-email',
      '51-register-email-wrong',
      '52-register-phone',
      '53-register-password',
    ]);
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
    await kiosk.change("fake.formAnswer = { outcome: 'not-saved', reason: 'journal-failed' }");
    await kiosk.type('0722999888', '');
    await kiosk.says('visit.notSaved.journal-failed');
    await kiosk.at('63-phone-not-saved', 'visit.account.newPhone');
    await kiosk.touch('kiosk.back');
    await kiosk.change(
      "fake.visit = { ...fake.visit, profile: { ...fake.visit.profile, invoiceByEmail: false, email: 'ana-maria.pop-ionescu@asociatia-minerilor.ro' } }",
    );
    await kiosk.at('61-account-on-paper', 'visit.account.title');
    await kiosk.touch('visit.account.byEmailOn');
    await kiosk.at('62-by-email-on', 'visit.account.byEmailTitle.on');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('visit.account.changePassword');
    await kiosk.at('64-new-password', 'visit.account.newPassword');
    await kiosk.type('parola-noua', 'parola-noua', '');
    await kiosk.at('65-old-password', 'visit.account.oldPassword');
    await kiosk.change("fake.passwordAnswer = { outcome: 'offline' }");
    await kiosk.type('parola-mea', '');
    await kiosk.says('visit.account.passwordOffline');
    await kiosk.at('66-old-password-offline', 'visit.account.oldPassword');
    await kiosk.change("fake.passwordAnswer = { outcome: 'wrong' }");
    await kiosk.touch('visit.account.save');
    await kiosk.says('visit.account.passwordWrong');
    await kiosk.at('66-old-password-wrong', 'visit.account.oldPassword');
    await kiosk.change("fake.passwordAnswer = { outcome: 'changed' }");
    await kiosk.type('parola-mea', '');
    await kiosk.at('67-password-changed', 'visit.account.passwordChanged');
  },
  accounts: async (kiosk) => {
    await kiosk.signedIn(['7', '8', '9', '10', '11', '12']);
    await kiosk.at('68-accounts', 'kiosk.accounts.title');
  },
};
