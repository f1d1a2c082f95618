import type { OfficeDevicesOutcome } from '../../src-renderer/data/devices-api';

const offices = [{ id: 'lupeni', name: 'Lupeni' }];
const nothing = { revokedAt: null, missing: [], notRecorded: [] };

/** The office's devices as the server lists them: one has a gap, one was revoked with many. */
export const fakeDevices: OfficeDevicesOutcome = {
  outcome: 'listed',
  at: '2026-11-22T08:41:00.000Z',
  devices: [
    {
      ...{ id: 'device-1', name: 'Ghișeul 1', surface: 'counter', offices, ...nothing },
      ...{ lastContactAt: '2026-11-22T08:40:58.000Z', submissions: 1284 },
    },
    {
      ...{ id: 'device-4', name: 'Ghișeul 2', surface: 'counter', offices, ...nothing },
      ...{ lastContactAt: '2026-11-19T14:05:00.000Z', submissions: 311 },
      missing: [
        [14, 14],
        [17, 19],
      ],
      notRecorded: [201],
    },
    {
      id: 'device-9',
      name: 'Ghișeul vechi de la etaj',
      surface: 'counter',
      offices: [...offices, { id: 'vulcan', name: 'Vulcan' }],
      lastContactAt: '2026-09-03T11:30:00.000Z',
      revokedAt: '2026-09-04T06:00:00.000Z',
      submissions: 90,
      missing: Array.from({ length: 16 }, (_, place): [number, number] => [5 + place * 5, 7 + place * 5]),
      notRecorded: [],
    },
    {
      ...{ id: 'device-2', name: 'Infochioșcul din hol', surface: 'self-service', offices, ...nothing },
      ...{ lastContactAt: null, submissions: 0 },
    },
  ],
};
