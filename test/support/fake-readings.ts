import { periodReadings } from '../../shared/metering/period-reading';
import { type ReadingFacts, readingCase } from '../../shared/metering/reading-facts';
import { nextWindow, windowAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import type { AccountView, MeterView } from '../../src-renderer/data/account-view';
import { type FakeMeter, monthsOf } from './fake-accounts';
import type { Own } from './fake-submissions';
import { type FakeCustomer, fakePolicy } from './fake-utility';

/** What the rules are asked about: an index of this customer's meter, over what this device sent before. */
export interface FakeCase {
  customer: FakeCustomer;
  meter: FakeMeter;
  own: readonly Own[];
  now: string;
}

export function factsOf({ customer, meter, own, now }: FakeCase, entry: string): ReadingFacts {
  return {
    entry,
    account: customer.account,
    meter: meter.meter,
    standing: standingOf(meter, own),
    policy: fakePolicy,
    capturedAt: now,
    clock: { deviceTime: now, offsetMs: 0, offsetAgeMs: 1000, restarted: false },
    byStaff: true,
    arrival: null,
  };
}

/** An account as its page shows it. */
export function accountView({ customer, own, now }: Omit<FakeCase, 'meter'>): AccountView {
  return {
    account: customer.account,
    meters: customer.meters.map((meter) => meterView({ customer, meter, own, now })),
    historyReady: true,
  };
}

function meterView(asked: FakeCase): MeterView {
  const { customer, meter: fake, own, now } = asked;
  const { windowGroup } = customer.account;
  const standing = standingOf(fake, own);
  const { previous, window } = readingCase(factsOf(asked, ''));
  const current = standing.find(({ period }) => period === window?.period) ?? null;
  const submissions = own.filter(({ meterId }) => meterId === fake.meter.id);
  return {
    meter: fake.meter,
    months: monthsOf(standing, fake.meter.digits),
    previous,
    window: windowAt(fakePolicy, windowGroup, now),
    nextWindow: nextWindow(fakePolicy, windowGroup, now),
    current,
    currentSubmission: submissions.find(({ id }) => id === current?.submissionId) ?? null,
    currentReceipt: !current || current.submissionId.startsWith('import-') ? null : '7F3K2M9Q4XA',
    submissions,
  };
}

function standingOf({ meter, standing }: FakeMeter, own: readonly Own[]): PeriodReading[] {
  const sent = own
    .filter(({ meterId, state }) => meterId === meter.id && state !== 'refused' && state !== 'set-aside')
    .map(
      ({ id, index, capturedAt, actorName }): PeriodReading => ({
        period: '2026-11',
        index: index ?? 0,
        capturedAt,
        submissionId: id,
        source: actorName === null ? 'customer' : 'clerk',
      }),
    );
  return periodReadings([...standing, ...sent]);
}
