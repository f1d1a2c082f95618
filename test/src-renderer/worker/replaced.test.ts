import { expect, test, vi } from 'vitest';
import { counterAtWork, saveIndex, smallUtility } from '../../support/counter';
import { verdictOn } from '../../support/documents';

const summary = (index: number) => ({ period: '2026-11', index, meterId: 'meter-1' });

test('an index that was changed here later does not stand as received beside the one that replaced it', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  await saveIndex(device, 1, 1250);
  await saveIndex(device, 1, 1260);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2));
  const [first, second] = server.received.flat();
  if (!first || !second) throw new Error('two were sent');
  const states = (wanted: string[]) =>
    device.until('submissions', { show: 'today' }, (list) => {
      const newestFirst = list.map(({ state }) => state);
      return JSON.stringify(newestFirst) === JSON.stringify(wanted);
    });
  server.put({ verdicts: [verdictOn(first, { summary: summary(1250) })] });
  await states(['sent', 'superseded']);
  server.put({ verdicts: [verdictOn(second, { outcome: 'held', summary: summary(1260) })] });
  await states(['held', 'received']); // what is held replaces nothing yet
  server.put({ verdicts: [verdictOn(second, { summary: summary(1260) })] });
  await states(['received', 'superseded']);
});
