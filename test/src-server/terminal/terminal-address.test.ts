import { expect, test } from 'vitest';
import { parseTerminalAddress } from '../../../src-server/terminal/terminal-address';

test('an address is a host and a port', () => {
  expect(parseTerminalAddress('192.168.1.20:9100')).toEqual({ host: '192.168.1.20', port: 9_100 });
  expect(parseTerminalAddress('terminal-1.retea:1')).toEqual({ host: 'terminal-1.retea', port: 1 });
  expect(parseTerminalAddress('[fe80::1]:65535')).toEqual({ host: 'fe80::1', port: 65_535 });
});

test.each([
  '',
  'terminal',
  ':9100',
  'terminal:',
  'terminal:0',
  'terminal:65536',
  'a b:1',
  'fe80::1:9100',
  'none',
])('%j is none', (text) => expect(parseTerminalAddress(text)).toBeNull());
