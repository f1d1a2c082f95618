import { FakeDataApi } from '../../support/fake-data-api';

/** A machine at which nobody works yet. */
export function signedOut(changes: Partial<FakeDataApi> = {}): FakeDataApi {
  return Object.assign(new FakeDataApi(), { session: null }, changes);
}

/** Bring what is meant for staff on a kiosk's screen. */
export const staffKeys = '{Control>}{Shift>}{F8}{/Shift}{/Control}';
