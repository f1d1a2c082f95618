import type { Command } from 'commander';
import { systemClock } from '../clock';
import { OperatorProblem } from '../operator-problem';
import { listUnknown, type UnknownOrder } from '../orders/list-unknown';
import { listUnplaced } from '../orders/list-unplaced';
import { settleUnknown } from '../orders/settle-unknown';
import { type DataOption, dataOption } from './data-option';
import { onDatabase, onTables } from './use-tables';

interface SettleOptions extends DataOption {
  paid?: string; // the reference of the charge
  notCharged?: true;
  by: string;
  note: string;
}

/** `ghiseu payment`: for a payment whose terminal or provider will never tell what became of it. */
export function paymentCommand(program: Command): void {
  const payment = program.command('payment').description('payments at kiosks that nobody can account for');
  payment
    .command('list')
    .addOption(dataOption())
    .description('payments of which it is not known whether they were charged, and since when')
    .option('--json', 'for programs')
    .action(list);
  payment
    .command('settle')
    .addOption(dataOption())
    .description("say what became of one, after looking at the terminal's or the provider's own list")
    .argument('<order>', 'its id, as `payment list` shows it')
    .option('--paid <terminal-reference>', 'it was charged: the number of the charge')
    .option('--not-charged', 'nothing was taken: its invoices can be paid again')
    .requiredOption('--by <name>', 'who has looked, for the record')
    .requiredOption('--note <text>', 'what was seen, for the record')
    .action(settle);
}

const of = (data: string) => ({ data, command: 'payment' });

async function list({ data, json }: DataOption & { json?: true }): Promise<void> {
  const nowMs = systemClock.nowMs();
  const unknown = await onTables(of(data), async (db) => [
    ...(await listUnknown(db, nowMs)),
    ...(await listUnplaced(db, nowMs)),
  ]);
  if (json) console.log(JSON.stringify(unknown, null, 2));
  else if (unknown.length === 0) console.log('What became of every payment is known.');
  else console.log(unknown.map(inWords).join('\n\n'));
}

function inWords(order: UnknownOrder): string {
  const { id, channel, amountBani, madeAt, ageMs, accountId, clientCode, deviceName, terminalAddress } =
    order;
  const client = clientCode === null ? `account ${accountId}` : `client ${clientCode}`;
  const place =
    channel === 'terminal' ? `card terminal ${terminalAddress ?? '(none any more)'}` : 'payment page';
  return [
    id,
    `  ${lei(amountBani)} of ${client} at ${deviceName}, ${place}`,
    `  since ${madeAt.slice(0, 10)} ${madeAt.slice(11, 16)}: ${ageInWords(ageMs)}`,
    ...(clientCode === null ? [unplaced] : []),
  ].join('\n');
}

const unplaced =
  '  That account is not in the tables of this device’s offices: import it; the kiosk offers the payment again at its next start.';

const lei = (amountBani: number): string => `${(amountBani / 100).toFixed(2)} lei`;

function ageInWords(ageMs: number): string {
  const minutes = Math.max(0, Math.floor(ageMs / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} days`;
}

async function settle(id: string, { data, paid, notCharged, by, note }: SettleOptions): Promise<void> {
  if ((paid === undefined) === (notCharged === undefined))
    throw new OperatorProblem(
      'Say what became of it: --paid with the number of the charge, or --not-charged.',
    );
  if ([by, note, paid ?? 'x'].some((words) => words.trim() === ''))
    throw new OperatorProblem('A name, a note or a number of the charge is empty.');
  const order = await onDatabase(of(data), (database) => {
    const watch = { changed: () => database.announce() };
    const said = { id, reference: paid?.trim() ?? null, by: { operator: by.trim(), note: note.trim() } };
    return settleUnknown({ database, clock: systemClock, watch }, said);
  });
  const amount = lei(order.amountBani);
  console.log(
    paid === undefined
      ? `Recorded: ${amount} were not charged. The invoices can be paid again.`
      : `Recorded: ${amount} were paid. Every device hears of it.`,
  );
}
