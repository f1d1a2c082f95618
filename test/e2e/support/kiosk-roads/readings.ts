import { offline, type Road } from './road';

export const readings: Record<string, Road> = {
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
    await kiosk.page.getByRole('button', { name: /7730015/ }).click();
    await kiosk.title('visit.meter.question');
    await kiosk.type('00426', '');
    await kiosk.touch('visit.result.more');
    await kiosk.touch('kiosk.tile.readings.title');
    await kiosk.says('visit.meter.kept');
    await kiosk.at('23-choose-meter-kept', 'visit.meter.choose');
    await kiosk.change("fake.settle('own-1', 'held', [{ code: 'clock-unsure' }])");
    await kiosk.at('23-choose-meter-held', 'visit.meter.choose');
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
