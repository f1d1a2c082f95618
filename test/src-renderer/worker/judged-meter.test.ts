import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '../../../shared/metering/period';
import { knownUsual, readingsForUsual, usualBefore, usualIn } from '../../../shared/metering/usual';
import { judgedMeter, type MeterTruth } from '../../../src-renderer/worker/reading/standing';
import { policy, reading } from '../../shared/metering/facts';
import { accountDocument } from '../../support/documents';

/* What is usual on a device before the open month, while an own index of the month before is not yet at the server. */
const open = { policy, capturedAt: '2026-11-26T08:00:00.000Z' };
const digits = 5;

/** Monthly readings up to September, newest first. */
const history = fc
  .array(
    fc.record({ used: fc.integer({ min: 0, max: 60 }), source: fc.constantFrom('customer', 'estimate') }),
    { minLength: 1, maxLength: 30 },
  )
  .map((months) => {
    let index = 100;
    const oldestFirst = months.map(({ used, source }, place) => {
      index += used;
      return reading(addMonths('2026-09', place + 1 - months.length), index, { source });
    });
    return oldestFirst.reverse();
  });

/** What the server has told of it: the last 13 months. */
function truthOf(standing: ReturnType<typeof reading>[]): MeterTruth {
  const account = accountDocument();
  const [meter] = account.meters;
  if (!meter) throw new Error('an account has a meter');
  const months = standing.slice(0, 13).map((month) => ({ ...month, consumptionM3: null }));
  return {
    account,
    meter: { ...meter, digits, ...knownUsual(standing, digits) },
    history: { id: meter.id, accountId: account.id, months },
  };
}

const heldOf = ({ history: held, meter }: MeterTruth) => [
  ...new Map([...(held?.months ?? []), ...meter.latestReadings].map((one) => [one.period, one])).values(),
];

test('it is the server’s word while all that was read before is the server’s', () => {
  fc.assert(
    fc.property(history, (standing) => {
      const truth = truthOf(standing);
      const sentNow = reading('2026-11', 90_000, { submissionId: 'own' });
      const { usualM3 } = judgedMeter(truth, [sentNow, ...heldOf(truth)], open);
      expect(usualM3).toBe(usualBefore(standing, digits, '2026-11'));
    }),
  );
});

test('an own index of the month before counts, as it will at the server, where enough months are held', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 90 }), (standing, used) => {
      const truth = truthOf(standing);
      const own = reading('2026-10', (standing[0]?.index ?? 0) + used, { submissionId: 'own' });
      const here = [own, ...heldOf(truth)];
      const { usualM3 } = judgedMeter(truth, here, open);
      const enough = here.filter(({ source }) => source !== 'estimate').length >= readingsForUsual;
      const atServer = usualBefore([own, ...standing], digits, '2026-11');
      expect(usualM3).toBe(enough ? atServer : usualIn(truth.meter, '2026-11'));
    }),
  );
});
