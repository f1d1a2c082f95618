import { order, type Road, registerToPassword } from './road';

export const lowered: Record<string, Road> = {
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
    await registerToPassword(kiosk, [
      '86-low-register-email',
      '87-low-register-wrong',
      '88-low-register-phone',
      '89-low-register-password',
    ]);
  },
  'lowered paying': async (kiosk) => {
    await kiosk.home(order("state: 'declined'"));
    await kiosk.lower();
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('90-low-pay', 'visit.pay.choose');
    await kiosk.goOn();
    await kiosk.touch('visit.pay.card');
    await kiosk.at('91-low-declined', 'visit.pay.declined');
  },
};
