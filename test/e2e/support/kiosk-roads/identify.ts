import { offline, type Road } from './road';

export const identify: Record<string, Road> = {
  attract: async (kiosk) => {
    await kiosk.open();
    await kiosk.at('01-attract', 'kiosk.attract.title');
    await kiosk.change("fake.kiosk = { ...fake.kiosk, window: { from: '2026-11-30', to: '2026-11-30' } }");
    await kiosk.says('kiosk.window.open.oneDay');
    await kiosk.at('01-attract-one-day', 'kiosk.attract.title');
    await kiosk.change('fake.kiosk = { ...fake.kiosk, window: null }');
    await kiosk.at('01-attract-later', 'kiosk.attract.title');
    await kiosk.change(offline);
    await kiosk.says('kiosk.attract.offline');
    await kiosk.change("fake.notices = [{ code: 'journal-damaged', lines: 2 }]");
    await kiosk.says('kiosk.attract.staff');
    await kiosk.at('02-attract-offline', 'kiosk.attract.title');
    await kiosk.page.keyboard.press('Control+Shift+F8');
    await kiosk.says('start.notices.title');
    await kiosk.at('02-attract-staff', 'kiosk.attract.title');
    await kiosk.page.keyboard.press('Control+Shift+F8');
    await kiosk.change('fake.notices = []; fake.kiosk = { ...fake.kiosk, canSave: false }');
    await kiosk.says('kiosk.attract.noRoom');
    await kiosk.at('02-attract-no-room', 'kiosk.attract.title');
    await kiosk.begin();
    await kiosk.at('03-who-offline', 'kiosk.who.title');
    await kiosk.touch('kiosk.who.email.title');
    await kiosk.at('04-sign-in-offline', 'kiosk.signIn.title');
  },
  codes: async (kiosk) => {
    await kiosk.open();
    await kiosk.begin();
    await kiosk.at('05-who', 'kiosk.who.title');
    await kiosk.type('5941234567890', '');
    await kiosk.says('kiosk.who.foreignScan');
    await kiosk.at('05-who-foreign-scan', 'kiosk.who.title');
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
  voice: async (kiosk) => {
    await kiosk.giveVoices();
    await kiosk.home();
    await kiosk.touch('kiosk.comfort.voice.name');
    await kiosk.at('05-home-voice', 'kiosk.home.title');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.at('05-index-voice', 'visit.meter.question');
  },
  'sign-in': async (kiosk) => {
    await kiosk.open("fake.customerSignInAnswer = { outcome: 'wrong' }");
    await kiosk.begin();
    await kiosk.touch('kiosk.who.email.title');
    await kiosk.at('09-sign-in', 'kiosk.signIn.title');
    await kiosk.type('ana.pop@exemplu.ro', 'parola', '');
    await kiosk.says('kiosk.signIn.wrong');
    await kiosk.at('10-sign-in-wrong', 'kiosk.signIn.title');
  },
};
