import { expect, test } from 'vitest';
import { type AddressBar, enrolByAddress } from '../../../src-renderer/data/enrolment-link';
import { counterOf, smallUtility } from '../../support/counter';
import { startDevice } from '../../support/device';

function address(hash: string): AddressBar & { hash: string } {
  return {
    hash,
    dropFragment() {
      this.hash = '';
    },
  };
}

test('a code in the address enrols a machine that is no device yet, and leaves the address', async () => {
  const server = smallUtility();
  const device = await startDevice({ fetch: server.fetch });
  const bar = address('#enrol=COD-1');
  expect(await enrolByAddress(device.api, bar).first).toMatchObject({ outcome: 'enrolled' });
  expect(bar.hash).toBe('');
  await device.stop();
});

test('the code is tried once more when asked to, until this machine is a device', async () => {
  const server = smallUtility();
  let reached = false;
  const fetch: typeof server.fetch = (...asked) =>
    reached ? server.fetch(...asked) : Promise.reject(new TypeError('no network'));
  const device = await startDevice({ fetch });
  const { first, again } = enrolByAddress(device.api, address('#enrol=COD-1'));
  expect(await first).toEqual({ outcome: 'offline' });
  reached = true;
  expect(await again()).toMatchObject({ outcome: 'enrolled' });
  expect(await again()).toBeNull();
  await device.stop();
});

test('a device that is enrolled does not use up a code, and the code leaves the address all the same', async () => {
  const server = smallUtility();
  const device = await counterOf(server);
  const bar = address('#enrol=COD-1');
  expect(await enrolByAddress(device.api, bar).first).toBeNull();
  expect(bar.hash).toBe('');
  expect(server.requests).not.toContain('POST /sync/enrol');
});

test('an address without a code is left as it is', async () => {
  const device = await counterOf(smallUtility());
  const bar = address('#cont');
  expect(await enrolByAddress(device.api, bar).first).toBeNull();
  expect(bar.hash).toBe('#cont');
});
