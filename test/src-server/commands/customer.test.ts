import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src-server/commands/program';
import { commandWords } from '../../support/commands';
import { clientCodeOf, registrationOf } from '../../support/customer';
import { type Rows, rowsOf } from '../../support/rows';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

let utility: Utility;
let kiosk: WorldDevice;
let account: WorldAccount;
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility();
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  [account] = utility.world.accounts as [WorldAccount];
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());
const said = commandWords(() => utility.database.url);

async function ghiseu(...args: string[]): Promise<{ code: number; words: string }> {
  const code = await run(['node', 'ghiseu', ...args]);
  return { code, words: said.splice(0).join('\n') };
}

const register = async () => {
  const made = { device: kiosk, account, capturedAt: utility.clock.now() };
  return utility.client(kiosk).submitOne(await registrationOf(utility, made));
};

test('a forgotten password: the registration is ended, and the customer registers again', async () => {
  const clientCode = clientCodeOf(account);
  expect((await ghiseu('customer', 'show', clientCode)).words).toContain('not registered');
  expect(await ghiseu('customer', 'unregister', clientCode)).toEqual({
    code: 1,
    words: `The account with client code ${clientCode} is not registered.`,
  });
  const { id } = await register();
  expect((await ghiseu('customer', 'show', clientCode)).words).toMatch(
    /registered 2026-11-26 with ana\.pop@exemplu\.ro, NOT CONFIRMED/,
  );
  await rows('update customer_logins set email_confirmed_at = now()');
  const visit = visitClient(utility, kiosk);
  const [{ token }] = (await visit.signIn('ana.pop@exemplu.ro')).body.sessions;
  const { checkpoint } = await utility.counter.pullAll('accounts');
  expect((await ghiseu('customer', 'unregister', clientCode)).code).toBe(0);
  expect((await visit.profile(token)).body).toMatchObject({ code: 'visit-over' });
  expect((await utility.counter.pull('accounts', checkpoint)).documents).toMatchObject([
    { id: account.id, registered: false },
  ]);
  const { documents } = await utility.client(kiosk).pullAll('verdicts');
  expect(documents.find((verdict) => verdict.id === id)).toMatchObject({
    outcome: 'accepted',
    superseded: true,
  });
  const [ended] = await rows(`select actor from audit where action = 'customer-unregistered'`);
  expect(ended).toEqual({ actor: expect.stringMatching(/^system:/) });
  expect(await register()).toMatchObject({ outcome: 'accepted' });
});

test('a client code that nobody has is said to be one', async () => {
  for (const command of ['show', 'unregister'])
    expect(await ghiseu('customer', command, '404')).toMatchObject({
      code: 1,
      words: expect.stringContaining('There is no account with client code 404'),
    });
});

test('the list of mail says to whom, since when and why it has not left, and never what is in it', async () => {
  await rows(`update mail_outbox set tries = 3, last_error = '450 mailbox busy'`);
  const { words } = await ghiseu('mail', 'list');
  expect(words).toMatch(/^ana\.pop@exemplu\.ro: Confirmați/m);
  expect(words).toContain('450 mailbox busy');
  const [listed] = JSON.parse((await ghiseu('mail', 'list', '--json')).words);
  expect(Object.keys(listed)).not.toContain('body');
  await rows('update mail_outbox set sent_at = now()');
  expect((await ghiseu('mail', 'list')).words).toBe('All mail has left.');
});
