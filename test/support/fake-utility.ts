import type { Account } from '../../shared/model/account';
import type { Policy } from '../../shared/model/policy';
import type { Staff } from '../../shared/model/staff';
import type { Device } from '../../shared/sync/device';
import { type FakeMeter, fakeAccount, fakeMeter } from './fake-accounts';

export const fakeDevice: Device = {
  id: 'device-1',
  name: 'Ghișeul 1',
  surface: 'counter',
  offices: [{ id: 'lupeni', name: 'Lupeni' }],
};

export const fakeKioskDevice: Device = {
  id: 'device-2',
  name: 'Infochioșcul din hol',
  surface: 'self-service',
  offices: [{ id: 'lupeni', name: 'Lupeni' }],
};

export const fakeClerk: Staff = {
  id: 'staff-1',
  userName: 'maria',
  displayName: 'Maria Popa',
  role: 'clerk',
  active: true,
};

export const fakeSupervisor: Staff = {
  id: 'staff-3',
  userName: 'elena',
  displayName: 'Elena Munteanu',
  role: 'supervisor',
  active: true,
};

/** The window of November 2026 is open from the 20th; accounts of the group `later` wait until the 25th. */
export const fakePolicy: Policy = {
  id: 'policy-1',
  effectiveFrom: '2020-01-01T00:00:00.000Z',
  timeZone: 'Europe/Bucharest',
  monthlyWindow: { fromDay: 25, toDay: 31 },
  extraWindows: [{ period: '2026-11', from: '2026-11-20', to: '2026-11-30', groups: ['all'] }],
  highFactor: 3,
  highFloorM3: 10,
  lateArrivalDays: 10,
  historyMonths: 6,
  staffOfflineDays: 14,
  clockTrustHours: 72,
  passwordLength: 6,
  customerTries: 5,
  customerLockMinutes: 15,
  invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
  visitIdleSeconds: 60,
  visitWarningSeconds: 30,
};

export interface FakeCustomer {
  account: Account;
  meters: FakeMeter[];
}

const customer = (account: Account, ...meters: FakeMeter[]): FakeCustomer => ({
  account: { ...account, meters: meters.map(({ meter }) => meter) },
  meters,
});

/** One customer of each sort that a counter meets. */
export function fakeCustomers(): FakeCustomer[] {
  return [
    customer(
      fakeAccount('7', 'POPESCU Ion', { clientCode: '1204587', internalCode: '33921', balanceBani: 5678 }),
      fakeMeter('m7', '8841207', 1234, { estimates: ['2026-02', '2026-03'] }),
    ),
    customer(
      fakeAccount('8', 'ȘTEFĂNESCU-ȚÎRLEA Anișoara', { serviceAddress: 'Str. Viitorului 3, bl. A2' }),
      fakeMeter('m8a', '7730015', 412),
      fakeMeter('m8b', '7730016', 99_990, { digits: 5 }),
    ),
    customer(
      fakeAccount('9', 'POPESCU Maria', { dwelling: 'apartment', serviceAddress: 'Bd. Păcii 14, ap. 7' }),
      fakeMeter('m9', '5520931', 845),
    ),
    customer(
      fakeAccount('10', 'NAGY Győző', {
        locality: 'Petroșani',
        windowGroup: 'later',
        serviceAddress: 'Str. 1 Decembrie 1918, nr. 40',
      }),
      fakeMeter('m10', '9104412', 2210),
    ),
    customer(
      fakeAccount('11', 'Pensiunea Straja SRL', { customerKind: 'company', balanceBani: -1200 }),
      fakeMeter('m11', 'RF-20417', 18_204, { remote: true, digits: 6 }),
    ),
    customer(
      fakeAccount('12', 'POPA Vasile', {
        status: 'closed',
        contact: { phone: null, email: null, invoiceByEmail: false, unconfirmed: null },
      }),
      fakeMeter('m12', '3318820', 77),
    ),
  ];
}
