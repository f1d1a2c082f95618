import { act } from '@testing-library/react';
import type { FakeDataApi } from '../../../support/fake-data-api';
import { press, showHome } from '../../../support/show-kiosk';

interface Who {
  accountId?: string;
  /** By e-mail and password instead of the codes. */
  signedIn?: boolean;
}

/** A visit at home, of POPESCU Ion when nobody else is named. */
export async function visitOf(
  { accountId = '7', signedIn = false }: Who = {},
  changes: Partial<FakeDataApi> = {},
) {
  const shown = await showHome(changes);
  const { api, user } = shown;
  if (accountId !== '7' || signedIn)
    act(() => api.open([accountId], signedIn ? api.profileOf(accountId) : null));
  const choose = async (tile: RegExp) => user.click(await press(tile));
  return { ...shown, choose };
}

/** Something changes behind the screens. */
export function change(api: FakeDataApi, changes: Partial<FakeDataApi>): void {
  act(() => {
    Object.assign(api, changes);
    api.changed();
  });
}
