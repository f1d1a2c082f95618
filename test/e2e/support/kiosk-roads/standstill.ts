import { chooseToPay, type Road } from './road';

const shut = (connection: string, accountsReady: boolean): string =>
  `fake.connection = { connection: ${connection}, accountsReady: ${accountsReady} }`;

/** The worker does not answer, and the screen's patience with it (3 s) never ends: else a fresh page would come. */
const neverLeft = `fake.endVisit = () => new Promise(() => undefined);
  const later = window.setTimeout;
  window.setTimeout = (act, ms) => (ms === 3000 ? 0 : later(act, ms))`;

export const standstill: Record<string, Road> = {
  idle: async (kiosk) => {
    await kiosk.home('fake.kiosk = { ...fake.kiosk, idleSeconds: 1, warningSeconds: 600 }');
    await kiosk.at('70-idle-warning', 'kiosk.idle.title');
  },
  'unfinished payment': async (kiosk) => {
    await kiosk.home("fake.orderAnswer = { outcome: 'offline' }");
    await chooseToPay(kiosk);
    await kiosk.touch('visit.pay.card');
    await kiosk.title('visit.pay.lost');
    await kiosk.touch('kiosk.leave');
    await kiosk.at('70-leave-question', 'kiosk.unfinished.title');
  },
  'end of a sign-in': async (kiosk) => {
    await kiosk.signedIn();
    await kiosk.title('kiosk.home.title');
    await kiosk.change("fake.visit = { ...fake.visit, signIn: 'ending' }");
    await kiosk.at('75-sign-in-ending', 'kiosk.signInEnd.ending');
    await kiosk.change("fake.visit = { ...fake.visit, signIn: 'over' }");
    await kiosk.at('76-sign-in-over', 'kiosk.signInEnd.over');
    await kiosk.change("fake.signInAgainAnswer = { outcome: 'wrong' }");
    await kiosk.type('altceva', '');
    await kiosk.says('kiosk.signInEnd.wrong');
    await kiosk.at('77-sign-in-over-wrong', 'kiosk.signInEnd.over');
    await kiosk.change("fake.signInAgainAnswer = { outcome: 'gone' }");
    await kiosk.type('parola-mea', '');
    await kiosk.at('77-sign-in-gone', 'kiosk.signInEnd.gone.title');
  },
  leaving: async (kiosk) => {
    await kiosk.home();
    await kiosk.change(neverLeft);
    await kiosk.touch('kiosk.leave');
    await kiosk.at('78-leaving', 'kiosk.leaving.thanks');
  },
  'before service': async (kiosk) => {
    await kiosk.open("fake.device = { state: 'starting' }");
    await kiosk.at('79-starting', 'kiosk.shut.starting');
    await kiosk.change("fake.device = { state: 'other-window' }");
    await kiosk.at('79-other-window', 'kiosk.shut.other-window.title');
    await kiosk.change("fake.device = { state: 'not-enrolled', lost: null }");
    await kiosk.at('79-not-enrolled', 'kiosk.shut.not-enrolled.title');
    await kiosk.change("fake.device = { state: 'not-enrolled', lost: { deviceId: 'kiosk-1', waiting: 2 } }");
    await kiosk.says('kiosk.shut.key-lost.staff');
    await kiosk.at('79-key-lost', 'kiosk.shut.key-lost.title');
    await kiosk.change(
      "fake.device = { state: 'startup-problem', problem: 'database-unreadable', surface: 'self-service' }",
    );
    await kiosk.at('79-not-started', 'kiosk.shut.not-started.title');
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
    await kiosk.open("fake.device = { state: 'revoked', device: fake.device.device }");
    await kiosk.title('kiosk.shut.revoked.title');
    await kiosk.page.keyboard.press('Control+Shift+F8');
    await kiosk.bare('75-revoked-staff', 'start.revoked.title', { touched: false });
  },
};
