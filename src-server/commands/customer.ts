import type { Command } from 'commander';
import { systemClock } from '../clock';
import { type ShownCustomer, showCustomer, unregister } from '../customers/administer';
import { OperatorProblem } from '../operator-problem';
import { type DataOption, dataOption } from './data-option';
import { operator } from './operator';
import { onTables } from './use-tables';

/** `ghiseu customer`: for who forgot the password, or whose account somebody else registered. */
export function customerCommand(program: Command): void {
  const customer = program.command('customer').description("customers' own logins");
  withCode(customer.command('show'))
    .description('whether a customer is registered, and with which address')
    .action(show);
  withCode(customer.command('unregister'))
    .description(
      'end a registration: the customer registers again, with a new password (also when the old one is forgotten)',
    )
    .action(end);
}

const withCode = (command: Command): Command =>
  command.argument('<client-code>', 'Cod client, as on the invoice').addOption(dataOption());

const of = ({ data }: DataOption) => ({ data, command: 'customer' });

async function show(clientCode: string, options: DataOption): Promise<void> {
  const shown = await onTables(of(options), (db) => showCustomer(db, clientCode));
  if (!shown) throw unknown(clientCode);
  console.log(inWords(shown));
}

const unknown = (clientCode: string): OperatorProblem =>
  new OperatorProblem(`There is no account with client code ${clientCode}. Check it on the invoice.`);

function inWords({ clientCode, holderName, officeId, login }: ShownCustomer): string {
  const who = `${clientCode} ${holderName} (${officeId})`;
  if (!login) return `${who}\n  not registered`;
  const { email, registeredAt, emailConfirmedAt } = login;
  const state = emailConfirmedAt
    ? `confirmed ${day(emailConfirmedAt)}`
    : 'NOT CONFIRMED: the link was not opened';
  return `${who}\n  registered ${day(registeredAt)} with ${email}, ${state}`;
}

const day = (instant: string): string => instant.slice(0, 10);

async function end(clientCode: string, options: DataOption): Promise<void> {
  const by = { actor: operator(), now: systemClock.now() };
  const ended = await onTables(of(options), async (db) => {
    if (!(await showCustomer(db, clientCode))) throw unknown(clientCode);
    return unregister(db, clientCode, by);
  });
  if (!ended) throw new OperatorProblem(`The account with client code ${clientCode} is not registered.`);
  console.log(
    'The registration is ended. The customer can register again at a kiosk or counter, with a new password.',
  );
}
