import { expect, test } from 'vitest';
import { isOwnFile, isOwnPage } from '../../../src-main/page/own-page';
import { isAllowedPermission } from '../../../src-main/permissions';

test.each(['app://ghiseu', 'app://ghiseu/', 'app://ghiseu/cont/1204587?x=1#enrol=A'])(
  '%s is our own page',
  (url) => {
    expect(isOwnPage(url)).toBe(true);
  },
);

test.each([
  '',
  'about:blank',
  'app://ghiseu.evil/',
  'app://evil/ghiseu',
  'app://user@ghiseu/',
  'https://ghiseu/',
  'file:///ghiseu/index.html',
  'data:text/html,ghiseu',
  'applet://ghiseu/',
])('%s is not our own page', (url) => {
  expect(isOwnPage(url)).toBe(false);
});

test('only what our own page made is saved as a file', () => {
  expect(isOwnFile('blob:app://ghiseu/3f0c')).toBe(true);
  for (const url of ['app://ghiseu/index.html', 'blob:https://example.com/3f0c', 'blob:null/3f0c', 'data:,x'])
    expect(isOwnFile(url), url).toBe(false);
});

test('only kept storage and copying are permitted, and only to our own page', () => {
  expect(isAllowedPermission('persistent-storage', 'app://ghiseu/')).toBe(true);
  expect(isAllowedPermission('clipboard-sanitized-write', 'app://ghiseu')).toBe(true);
  expect(isAllowedPermission('persistent-storage', 'https://example.com/')).toBe(false);
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'usb',
    'serial',
    'clipboard-read',
    'openExternal',
  ]) {
    expect(isAllowedPermission(permission, 'app://ghiseu/'), permission).toBe(false);
  }
});
