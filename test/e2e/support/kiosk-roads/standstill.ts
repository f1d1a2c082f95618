import type { Road } from './road';

const shut = (connection: string, accountsReady: boolean): string =>
  `fake.connection = { connection: ${connection}, accountsReady: ${accountsReady} }`;

export const standstill: Record<string, Road> = {
  idle: async (kiosk) => {
    await kiosk.home('fake.kiosk = { ...fake.kiosk, idleSeconds: 1, warningSeconds: 600 }');
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
    await kiosk.open("fake.device = { state: 'revoked', device: fake.device.device }");
    await kiosk.title('kiosk.shut.revoked.title');
    await kiosk.page.keyboard.press('Control+Shift+F8');
    await kiosk.bare('75-revoked-staff', 'start.revoked.title', { touched: false });
  },
};
