import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A mail server that takes every letter, or turns every recipient away. */
export async function startSmtpServer({ refuses = false } = {}) {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string | null = null;
    let line = '';
    const say = (words: string) => socket.write(`${words}\r\n`);
    const hear = (said: string) => {
      if (letter !== null) {
        if (said !== '.') letter += `${said}\n`;
        else {
          letters.push(letter);
          letter = null;
          say('250 taken');
        }
      } else if (/^RCPT/i.test(said) && refuses) say('550 no such mailbox');
      else if (/^DATA/i.test(said)) {
        letter = '';
        say('354 go on');
      } else say(/^QUIT/i.test(said) ? '221 bye' : '250 ok');
    };
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      line += String(chunk);
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        hear(line.slice(0, end));
        line = line.slice(end + 2);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
