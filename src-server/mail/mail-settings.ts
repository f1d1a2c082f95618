import { resolve } from 'node:path';
import { folderProblem, OperatorProblem } from '../operator-problem';
import type { Sending } from './send-due';
import { folderTransport, smtpTransport } from './transport';

/** How mail leaves; `publicUrl` null: under the address that the server listens on. */
export type MailSettings = Omit<Sending, 'publicUrl'> & { publicUrl: string | null };

interface Wished {
  GHISEU_SMTP_URL?: string | undefined;
  GHISEU_MAIL_FROM?: string | undefined;
  GHISEU_PUBLIC_URL?: string | undefined;
}

/**
 * Null: nothing is set, and mail waits. @param folder where letters are written as files, instead of SMTP
 * @throws OperatorProblem when what is set cannot be used
 */
export function mailSettings(env: Wished, folder: string | undefined): MailSettings | null {
  const publicUrl = publicUrlIn(env);
  const from = env.GHISEU_MAIL_FROM;
  if (folder !== undefined)
    return { transport: intoFolder(resolve(folder)), from: from ?? 'ghiseu@localhost', publicUrl };
  const url = env.GHISEU_SMTP_URL;
  if (!url) return null;
  if (!isSmtp(url))
    throw new OperatorProblem(
      'GHISEU_SMTP_URL is not of the form smtps://user:password@host:465 or smtp://host:587.',
    );
  if (!from?.includes('@'))
    throw new OperatorProblem(
      'GHISEU_MAIL_FROM is missing: the address that mail to customers comes from, for example "Apa Serv <clienti@example.ro>".',
    );
  if (publicUrl === null)
    throw new OperatorProblem(
      'GHISEU_PUBLIC_URL is missing: the address under which customers reach this server from home, for example https://ghiseu.example.ro. The links in mail begin with it.',
    );
  return { transport: smtpTransport(url), from, publicUrl };
}

function publicUrlIn({ GHISEU_PUBLIC_URL: url }: Wished): string | null {
  if (!url) return null;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '');
  throw new OperatorProblem('GHISEU_PUBLIC_URL is not of the form https://ghiseu.example.ro.');
}

const isSmtp = (url: string): boolean =>
  URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '';

function intoFolder(folder: string) {
  try {
    return folderTransport(folder);
  } catch (error) {
    throw folderProblem(folder, error) ? cannotWrite(folder, error) : error;
  }
}

const cannotWrite = (folder: string, cause: unknown): OperatorProblem =>
  new OperatorProblem(
    `The mail folder ${folder} cannot be written. Give this user the right to write there, or name another one with --mail-folder.`,
    cause,
  );
