import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src-server/db/transaction';
import { mailHealth } from '../../../src-server/mail/mail-health';
import { startMailSender } from '../../../src-server/mail/mail-sender';
import { publicUrlMark, queueMail } from '../../../src-server/mail/outbox';
import { sendOneDue } from '../../../src-server/mail/send-due';
import {
  folderTransport,
  type Letter,
  type MailTransport,
  smtpTransport,
} from '../../../src-server/mail/transport';
import { type TestClock, testClock } from '../../support/clock';
import { postgresTargets, type TestDatabase, testDatabase } from '../../support/postgres';
import { startSmtpServer } from '../../support/smtp-server';

const minute = 60_000;
const written = '2026-11-26T08:00:00.000Z';

describe.each(postgresTargets())('mail on $name', (target) => {
  let database: TestDatabase;
  let clock: TestClock;
  beforeEach(async () => {
    database = await testDatabase(target);
    clock = testClock(written);
    await database.pool.query(
      `insert into offices values ('o', 'O');
       insert into accounts (id, client_code, internal_code, holder_name, customer_kind, service_address, locality, office_id, dwelling, status)
       values ('a', '1', '2', 'Ana', 'person', 'Str. 1', 'P', 'o', 'house', 'active')`,
    );
  });
  afterEach(() => database.drop());

  const later = (ms: number) => clock.set(new Date(clock.nowMs() + ms).toISOString());
  const queue = (recipient: string) =>
    inTransaction(database.db, (tx) =>
      queueMail(tx, {
        accountId: 'a',
        recipient,
        subject: 'Înregistrare',
        body: `Bună ziua,\n\n${publicUrlMark}/confirm/abc\n`,
        now: clock.now(),
      }),
    );
  const sendWith = (transport: MailTransport) =>
    sendOneDue(
      database.db,
      { transport, from: 'Apă <clienti@example.ro>', publicUrl: 'https://apa.example' },
      clock.now,
    );
  const rows = async () => (await database.pool.query('select * from mail_outbox order by recipient')).rows;
  const taking = (letters: Letter[]): MailTransport => ({
    send: async (letter) => {
      letters.push(letter);
    },
    close: () => undefined,
  });
  const refusing: MailTransport = {
    send: () => Promise.reject(new Error('450 mailbox busy')),
    close: () => undefined,
  };

  test('a letter leaves once, its link under the public address; its text is dropped then', async () => {
    await queue('ana@exemplu.ro');
    const letters: Letter[] = [];
    expect(await sendWith(taking(letters))).toBe(true);
    expect(await sendWith(taking(letters))).toBe(false);
    expect(letters).toMatchObject([
      { to: 'ana@exemplu.ro', text: 'Bună ziua,\n\nhttps://apa.example/confirm/abc\n' },
    ]);
    expect(await rows()).toMatchObject([{ sent_at: new Date(written), body: '', tries: 1 }]);
  });

  test('what rolls back is never sent', async () => {
    await inTransaction(database.db, async (tx) => {
      await queueMail(tx, { accountId: 'a', recipient: 'x@y.ro', subject: 's', body: 'b', now: written });
      throw new Error('refused');
    }).catch(() => undefined);
    expect(await sendWith(taking([]))).toBe(false);
  });

  test('what is not taken is tried again after a growing pause, and given up after a week', async () => {
    await queue('plin@exemplu.ro');
    const pauses: number[] = [];
    for (const expected of [1, 2, 4, 8]) {
      expect(await sendWith(refusing)).toBe(true);
      later(expected * minute - 1);
      expect(await sendWith(refusing)).toBe(false);
      later(1);
      pauses.push(expected);
    }
    expect(await rows()).toMatchObject([{ tries: 4, sent_at: null, last_error: '450 mailbox busy' }]);
    expect(await mailHealth(database.db)).toEqual({ waiting: 1, failing: 1, oldestMadeAt: written });
    later(7 * 24 * 60 * minute);
    expect(await sendWith(refusing)).toBe(false);
  });

  test('two processes send different letters, and neither waits for the other', async () => {
    await queue('a@exemplu.ro');
    await queue('b@exemplu.ro');
    const letters: Letter[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow: MailTransport = {
      send: async (letter) => {
        letters.push(letter);
        await gate;
      },
      close: () => undefined,
    };
    const first = sendWith(slow);
    await expect.poll(() => letters.length).toBe(1);
    await sendWith(taking(letters));
    expect(await sendWith(taking(letters))).toBe(false);
    open();
    await first;
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['a@exemplu.ro', 'b@exemplu.ro']);
    expect((await mailHealth(database.db)).waiting).toBe(0);
  });

  test('a process that died with a letter in its hands leaves it to the next', async () => {
    await queue('ana@exemplu.ro');
    void sendWith({ send: () => new Promise(() => undefined), close: () => undefined });
    await expect.poll(async () => (await rows())[0].tries).toBe(1);
    expect(await sendWith(taking([]))).toBe(false);
    later(2 * minute);
    expect(await sendWith(taking([]))).toBe(true);
    expect((await mailHealth(database.db)).waiting).toBe(0);
  });

  test('a running server sends by itself, and goes on after its database was away', async () => {
    const letters: Letter[] = [];
    const sending = { transport: taking(letters), from: 'x@y.ro', publicUrl: 'http://z' };
    const failures: unknown[] = [];
    await database.pool.query('alter table mail_outbox rename to away');
    const onError = (error: unknown) => failures.push(error);
    const sender = startMailSender({ database, clock, sending, onError, everyMs: 10 });
    await expect.poll(() => failures.length).toBeGreaterThan(0);
    await database.pool.query('alter table away rename to mail_outbox');
    await queue('ana@exemplu.ro');
    await expect.poll(() => letters.length, { timeout: 10_000 }).toBe(1);
    await sender.close();
  });
});

const letter: Letter = {
  id: 'letter-1',
  from: 'Apa Serv <clienti@example.ro>',
  to: 'ana@exemplu.ro',
  subject: 'Confirmați adresa',
  text: 'Bună ziua, ș ț ă â î\n',
  madeAt: written,
};

test('SMTP hands a letter over with its letters whole', async () => {
  const server = await startSmtpServer();
  const transport = smtpTransport(server.url);
  try {
    await transport.send(letter);
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]).toMatch(/^To: ana@exemplu\.ro$/m);
    expect(server.letters[0]).toMatch(/^Message-ID: <letter-1@ghiseu>$/m);
    expect(server.letters[0]).toMatch(/charset=utf-8/);
  } finally {
    transport.close();
    await server.close();
  }
});

test('SMTP says why it did not', async () => {
  const server = await startSmtpServer({ refuses: true });
  const transport = smtpTransport(server.url);
  await expect(transport.send(letter)).rejects.toThrow('550 no such mailbox');
  transport.close();
  await server.close();
  await expect(smtpTransport(server.url).send(letter)).rejects.toThrow('ECONNREFUSED');
});

test('a folder gets one file a letter, the same one again when it is sent again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-mail-'));
  try {
    const transport = folderTransport(join(folder, 'mail'));
    await transport.send(letter);
    await transport.send(letter);
    const files = await readdir(join(folder, 'mail'));
    expect(files).toEqual(['2026-11-26T08-00-00-000Z-letter-1.eml']);
    const content = await readFile(join(folder, 'mail', files[0] ?? ''), 'utf8');
    expect(content).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(content).toMatch(/=C8=99/); // ș
  } finally {
    await rm(folder, { recursive: true });
  }
});
