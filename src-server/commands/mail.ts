import type { Command } from 'commander';
import { systemClock } from '../clock';
import { listUnsent } from '../mail/list-unsent';
import { dataOption } from './data-option';
import { onTables } from './use-tables';

interface ListOptions {
  data: string;
  json?: true;
}

/** `ghiseu mail list`: what customers were written and have not got. */
export function mailCommand(program: Command): void {
  program
    .command('mail')
    .description('mail to customers')
    .command('list')
    .description('mail that has not left, and why')
    .option('--json', 'for programs')
    .addOption(dataOption())
    .action(list);
}

async function list({ data, json }: ListOptions): Promise<void> {
  const unsent = await onTables({ data, command: 'mail' }, (db) => listUnsent(db, systemClock.now()));
  if (json) console.log(JSON.stringify(unsent, null, 2));
  else if (unsent.length === 0) console.log('All mail has left.');
  else console.log(unsent.map(inWords).join('\n\n'));
}

type Unsent = Awaited<ReturnType<typeof listUnsent>>[number];

const inWords = ({ recipient, subject, madeAt, tries, givenUp, nextTryAt, lastError }: Unsent): string =>
  [
    `${recipient}: ${subject}`,
    `  written ${time(madeAt)}, tried ${tries} times, ${givenUp ? 'GIVEN UP after a week' : `next try ${time(nextTryAt)}`}`,
    ...(lastError
      ? [`  ${lastError}`]
      : tries === 0
        ? ['  No server process that can send mail has run since.']
        : []),
  ].join('\n');

const time = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
