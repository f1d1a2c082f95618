import type { DataApi } from './data-api';
import type { DeviceState, EnrolOutcome } from './device-api';

/** The window's address, as much of it as enrolment reads and changes. */
export interface AddressBar {
  readonly hash: string;
  /** Shows the address without its fragment, leaving no trace in the history. */
  dropFragment(): void;
}

export const browserAddressBar: AddressBar = {
  get hash() {
    return location.hash;
  },
  dropFragment: () => history.replaceState(history.state, '', location.pathname + location.search),
};

/** How enrolment by the address goes: null when the address carries no code or the machine is already a device. */
export interface EnrolmentByAddress {
  first: Promise<EnrolOutcome | null>;
  /** The same code once more: only this page still knows it. */
  again: () => Promise<EnrolOutcome | null>;
}

/**
 * Enrols by the one-time code that an address carries in its fragment (`#enrol=CODE`), where this machine is not yet a
 * device; the fragment, which never travels to a server, is removed in any case.
 */
export function enrolByAddress(api: DataApi, address: AddressBar): EnrolmentByAddress {
  const code = new URLSearchParams(address.hash.replace(/^#/, '')).get('enrol');
  if (code !== null) address.dropFragment();
  const again = async () => {
    if (!code) return null;
    const { state } = await settledState(api);
    return state === 'not-enrolled' ? api.enrol(code) : null;
  };
  return { first: again(), again };
}

/** The first state of the device that tells whether it is enrolled. */
async function settledState(api: DataApi): Promise<DeviceState> {
  let settle: (state: DeviceState) => void = () => undefined;
  const settled = new Promise<DeviceState>((resolve) => {
    settle = resolve;
  });
  const stop = await api.watch('device', null, (device) => {
    if (device.state !== 'starting' && device.state !== 'other-window') settle(device);
  });
  const device = await settled;
  stop();
  return device;
}
