import type { Road } from './road';

const settle = (state: string, findings = ''): string => `fake.settle('own-1', '${state}', [${findings}])`;
const knownByEmail = 'fake.customers[0].account.emailKnown = true';

/** What became of what was sent: every state that a server's answer can have, for an index and for a request. */
export const answers: Record<string, Road> = {
  'answers to an index': async (kiosk) => {
    await kiosk.home(knownByEmail);
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.title('visit.meter.question');
    await kiosk.type('01250', '');
    await kiosk.title('visit.result.title.reading.kept');
    await kiosk.change(settle('sent'));
    await kiosk.at('b0-index-sent', 'visit.result.title.reading.sent');
    await kiosk.change(settle('superseded'));
    await kiosk.at('b1-index-superseded', 'visit.result.title.reading.superseded');
    await kiosk.change(
      settle(
        'held',
        `{ code: 'index-above-next', nextIndex: 1300, nextPeriod: '2026-12' }, { code: 'clock-unsure' }`,
      ),
    );
    await kiosk.at('b2-index-held', 'visit.result.title.reading.held');
    await kiosk.touch('visit.result.email');
    await kiosk.touch('slip.print.button');
    await kiosk.says('slip.print.printed');
    await kiosk.at('b3-index-held-slips', 'visit.result.title.reading.held');
    await kiosk.change(`fake.printAnswer = 'not-available'; ${settle('set-aside', "{ code: 'id-reused' }")}`);
    await kiosk.touch('slip.print.again');
    await kiosk.says('slip.print.not-available');
    await kiosk.at('b4-index-set-aside', 'visit.result.title.reading.set-aside');
    await kiosk.change("fake.printAnswer = 'failed'");
    await kiosk.touch('slip.print.again');
    await kiosk.says('slip.print.failed');
    await kiosk.at('b4-index-slip-failed', 'visit.result.title.reading.set-aside');
  },
  'answers to a request': async (kiosk) => {
    await kiosk.signedIn();
    await kiosk.touch('kiosk.tile.account.title');
    await kiosk.change(
      "fake.visit = { ...fake.visit, profile: { ...fake.visit.profile, unconfirmedEmail: 'ana-maria.pop-ionescu@exemplu.ro' } }",
    );
    await kiosk.at('b5-account-unconfirmed', 'visit.account.title');
    await kiosk.touch('visit.account.changePhone');
    await kiosk.type('0722999888', '');
    await kiosk.at('b6-change-kept', 'visit.result.title.request.kept');
    await kiosk.touch('visit.result.more');
    await kiosk.touch('kiosk.tile.account.title');
    await kiosk.at('b7-account-waits', 'visit.account.title');
    await kiosk.change(settle('received'));
    await kiosk.at('b7-account-received', 'visit.account.title');
    await kiosk.change(settle('refused', "{ code: 'identity-unproven' }"));
    await kiosk.at('b7-account-refused', 'visit.account.title');
  },
  'answers to a registration': async (kiosk) => {
    await kiosk.home();
    await registerThrough(kiosk);
    await kiosk.change(
      "fake.formAnswer = { outcome: 'blocked', findings: [{ code: 'codes-mismatch' }, { code: 'already-registered' }] }",
    );
    await kiosk.touch('visit.register.send');
    await kiosk.says('visit.form.wrong');
    await kiosk.at('b8-register-blocked', 'visit.form.summary');
    await kiosk.change("fake.formAnswer = { outcome: 'not-saved', reason: 'no-key' }");
    await kiosk.touch('visit.register.send');
    await kiosk.says('visit.notSaved.no-key');
    await kiosk.at('b8-register-not-saved', 'visit.form.summary');
    await kiosk.change('fake.formAnswer = null');
    await kiosk.touch('visit.register.send');
    await kiosk.title('visit.result.title.request.kept');
    await kiosk.change(settle('held', "{ code: 'codes-unchecked' }"));
    await kiosk.at('b9-register-held', 'visit.result.title.request.held');
    await kiosk.change(settle('superseded'));
    await kiosk.at('b9-register-superseded', 'visit.result.title.request.superseded');
    await kiosk.change(settle('refused', "{ code: 'already-registered' }"));
    await kiosk.at('b9-register-refused', 'visit.result.title.request.refused');
    await kiosk.touch('visit.result.more');
    await kiosk.touch('kiosk.tile.register.title');
    await kiosk.change('fake.customers[0].account.registered = true');
    await kiosk.at('b9-registered-already', 'visit.register.already');
  },
};

/** From home to the summary of a registration. */
async function registerThrough(kiosk: Parameters<Road>[0]): Promise<void> {
  await kiosk.touch('kiosk.tile.register.title');
  await kiosk.type('ana-maria.pop-ionescu@exemplu-foarte-lung.ro', '');
  await kiosk.title('visit.register.phone');
  await kiosk.type('0722123456', '');
  await kiosk.title('visit.register.password');
  await kiosk.type('parola-mea', 'parola-mea', '');
  await kiosk.title('visit.form.summary');
}
