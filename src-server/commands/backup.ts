import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Client } from 'pg';
import { appliedMigrations, knownMigrations } from '../backup/migrations';
import { writeBackup } from '../backup/write-backup';
import { systemClock } from '../clock';
import { folderProblem, noSpaceProblem, OperatorProblem, systemCodeOf } from '../operator-problem';
import { dataOption } from './data-option';
import { showProgress } from './progress';
import { withDatabase } from './use-database';

interface BackupCommandOptions {
  data: string;
  force?: true;
}

export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('write everything the server knows, as of this moment, into one file; servers go on working')
    .argument('<file>', 'the file to write; it holds personal data and keys')
    .addOption(dataOption())
    .option('--force', 'overwrite the file when it is there already')
    .action(backup);
}

async function backup(name: string, { data, force }: BackupCommandOptions): Promise<void> {
  const file = resolve(name);
  if (!force && existsSync(file)) {
    throw new OperatorProblem(`${file} is there already. Choose another name, or overwrite it with --force.`);
  }
  await withDatabase({ data, command: 'backup', use: 'shared' }, async (client) => {
    await refuseUnknownTables(client);
    const progress = showProgress({ what: 'Backing up', unit: 'rows' }, process.stdout);
    const options = { file, now: systemClock.now(), onProgress: progress.show };
    const manifest = await writeBackup(client, options)
      .catch((error: unknown) => {
        throw fileProblem(file, error) ?? error;
      })
      .finally(progress.end);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${file}: ${rows} rows of ${manifest.tables.length} tables, ${statSync(file).size} bytes.`);
  });
}

async function refuseUnknownTables(client: Client): Promise<void> {
  const applied = await appliedMigrations(client);
  if (applied === 0)
    throw new OperatorProblem('The database holds nothing of Ghișeu: no server ever ran on it.');
  if (applied > knownMigrations().length) {
    throw new OperatorProblem('The database belongs to a newer Ghișeu. Use that one to back it up.');
  }
}

/** The sentence for a file that cannot be written, or null when `error` is something else. */
function fileProblem(file: string, error: unknown): OperatorProblem | null {
  const code = systemCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const { message } = noSpaceProblem(file);
    return new OperatorProblem(message.replace(', or name a folder on another disk with --data', ''), error);
  }
  if (code === 'EISDIR') return new OperatorProblem(`${file} is a folder. Name a file.`, error);
  return folderProblem(file, error) && new OperatorProblem(`${file} cannot be written (${code}).`, error);
}
