import { screen } from '@testing-library/react';
import { FakeDataApi } from './fake-data-api';
import { fakeKioskDevice } from './fake-utility';
import { showApp } from './show-app';

/** A clock that moves when a test says so. */
export class HandClock {
  ms = 1_000_000;
  /** The latest time that a screen has read. */
  seenMs = 0;
  wallMs = () => Date.parse('2026-11-22T08:42:00.000Z') + this.ms;
  monotonicMs = () => {
    this.seenMs = this.ms;
    return this.ms;
  };
}

/** The kiosk over fake data, at its first screen. */
export function showKiosk(changes: Partial<FakeDataApi> = {}) {
  const api = Object.assign(new FakeDataApi(), {
    device: { state: 'ready', device: fakeKioskDevice },
    ...changes,
  });
  const clock = new HandClock();
  const outside = {
    clock,
    reloads: 0,
    reload: () => {
      outside.reloads += 1;
    },
  };
  return { ...showApp(api, outside), clock, outside };
}

/** The codes of the first of the fake customers. */
export const popescu = { clientCode: '1204587', internalCode: '33921' };

export const press = (name: string | RegExp) => screen.findByRole('button', { name });

/** A kiosk at home: POPESCU Ion has shown the codes. */
export async function showHome(changes: Partial<FakeDataApi> = {}) {
  const shown = showKiosk(changes);
  const { user } = shown;
  await user.click(await press(/Română Atingeți/));
  await user.click(await press(/Cu o factură/));
  await user.keyboard(`${popescu.clientCode}{Enter}${popescu.internalCode}{Enter}`);
  await screen.findByRole('heading', { name: 'Ce doriți să faceți?' });
  return shown;
}
