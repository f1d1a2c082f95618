import { resolve } from 'node:path';
import type { Command } from 'commander';
import { mailSettings } from '../mail/mail-settings';
import { startPostgres } from '../postgres/start-postgres';
import { lockFolder } from './folder-lock';
import { checkPort } from './listen';
import { portNumber } from './options';
import { runServer } from './run-server';
import { type Shutdown, untilEnded } from './shutdown';

interface ServeOptions {
  port: number;
  host: string;
  data: string;
  mailFolder?: string;
}

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('run the central server on the PostgreSQL of DATABASE_URL, or on one of its own')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4680)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--data <folder>',
      "the data folder of its own PostgreSQL, where DATABASE_URL isn't set",
      'data/server',
    )
    .option('--mail-folder <folder>', 'write mail to customers as files there, instead of GHISEU_SMTP_URL')
    .action((options: ServeOptions) => untilEnded((shutdown) => start(options, shutdown)));
}

async function start({ port, host, data, mailFolder }: ServeOptions, shutdown: Shutdown): Promise<void> {
  const mail = mailSettings(process.env, mailFolder);
  await checkPort({ host, port });
  const { DATABASE_URL: ownersUrl } = process.env;
  const dataFolder = resolve(data);
  const databaseUrl = ownersUrl || (await ownPostgres(dataFolder, shutdown));
  const server = await runServer({ databaseUrl, host, port, mail });
  await shutdown.add(() => server.close());
  console.log(`Ghișeu serves ${server.url}`);
  console.log(ownersUrl ? 'Data: the PostgreSQL of DATABASE_URL' : `Data: ${dataFolder}`);
  console.log(mailWords(mail !== null, mailFolder));
  console.log('Ctrl-C stops it.');
}

function mailWords(isSet: boolean, folder: string | undefined): string {
  if (folder !== undefined) return `Mail: files in ${resolve(folder)}`;
  return isSet ? 'Mail: GHISEU_SMTP_URL' : 'Mail: waits; set GHISEU_SMTP_URL or --mail-folder';
}

async function ownPostgres(dataFolder: string, shutdown: Shutdown): Promise<string> {
  const lock = await lockFolder(dataFolder);
  await shutdown.add(() => lock.release());
  const postgres = await startPostgres(dataFolder);
  await shutdown.add(() => postgres.stop());
  return postgres.databaseUrl;
}
