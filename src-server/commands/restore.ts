import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Client } from 'pg';
import { checkBackup } from '../backup/check-backup';
import type { Manifest } from '../backup/manifest';
import { knownMigrations } from '../backup/migrations';
import { restoreBackup } from '../backup/restore-backup';
import { refuseFullDatabase, refuseUsedDatabase } from '../backup/target';
import { systemClock } from '../clock';
import { OperatorProblem } from '../operator-problem';
import { dataOption } from './data-option';
import { operator } from './operator';
import { showProgress } from './progress';
import { withDatabase } from './use-database';

interface RestoreCommandOptions {
  data: string;
  replace?: true;
}

export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .description(
      'put a backup in the place of what the database holds; devices then send again what it lacks',
    )
    .argument('<file>', 'a file that `ghiseu backup` wrote')
    .addOption(dataOption())
    .option('--replace', 'give up what the database holds')
    .action(restore);
  program
    .command('verify')
    .description('read a backup to its end and say whether it is whole')
    .argument('<file>', 'a file that `ghiseu backup` wrote')
    .action(async (name: string) => console.log(described(await check(resolve(name)))));
}

async function restore(name: string, { data, replace }: RestoreCommandOptions): Promise<void> {
  const file = resolve(name);
  const manifest = await check(file);
  if (manifest.migration > knownMigrations().length) {
    throw new OperatorProblem(`${file} was made by a newer Ghișeu. Update this one and try again.`);
  }
  await withDatabase({ data, command: 'restore', use: 'alone' }, async (client) => {
    await refuseUsedDatabase(client);
    if (!replace) await refuseFullDatabase(client);
    await load(client, { file, manifest });
    console.log(described(manifest));
    console.log(
      'Restored. At their next contact devices build their caches anew and send again what they have.',
    );
  });
}

async function load(client: Client, { file, manifest }: { file: string; manifest: Manifest }): Promise<void> {
  const progress = progressOf(file, 'Restoring');
  const actor = operator();
  const options = { file, manifest, now: systemClock.now(), actor, onBytes: progress.show };
  await restoreBackup(client, options).finally(progress.end);
}

async function check(file: string): Promise<Manifest> {
  const progress = progressOf(file, 'Checking');
  return checkBackup(file, progress.show).finally(progress.end);
}

function progressOf(file: string, what: string) {
  const total = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const progress = showProgress({ what, unit: 'bytes' }, process.stdout);
  return { show: (bytes: number) => progress.show(bytes, total), end: progress.end };
}

function described({ madeAt, tables }: Manifest): string {
  const rowsOf = (name: string): number => tables.find((table) => table.name === name)?.rows ?? 0;
  const said = ['accounts', 'submissions', 'devices'].map((name) => `${rowsOf(name)} ${name}`);
  return `A whole backup of ${madeAt}: ${said.join(', ')}.`;
}
