import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import { buildApp } from '../../../src-server/app';
import { revokeDevice, saveEnrolmentCode } from '../../../src-server/devices/administer';
import { headersOf } from '../../support/device-client';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani } from '../../support/world';

let utility: Utility;
let app: FastifyInstance;
let rendererDir: string;
beforeAll(async () => {
  utility = await startUtility();
  rendererDir = await mkdtemp(join(tmpdir(), 'ghiseu-renderer-'));
  await mkdir(join(rendererDir, 'assets'));
  await writeFile(join(rendererDir, 'index.html'), '<title>Ghișeu</title>');
  await writeFile(join(rendererDir, 'sw.js'), '');
  await writeFile(join(rendererDir, 'assets', 'index-BqVJ3kXa.js'), '');
  app = await buildApp({ database: utility.database, clock: utility.clock, rendererDir });
});
afterAll(async () => {
  await app.close();
  await utility.close();
  await rm(rendererDir, { recursive: true });
});

const now = '2026-11-26T08:00:00.000Z';
const greeting = { epoch: null, checkpoints: {}, settled: [] };
const post = (url: string, payload: object, token?: string) =>
  app.inject({ method: 'POST', url, payload, headers: token ? headersOf(token) : {} });

const open = ['/health', '/docs', routes.enrol, '/confirm/:token'];
const isOpen = (url: string) => open.includes(url) || url.startsWith('/docs/');

interface Route {
  method: NonNullable<InjectOptions['method']>;
  url: string;
}

/** The app's own table, as it prints it: what is left out of the interface's description is in it too. */
function routesOf(printed: string): Route[] {
  const above: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^(.*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    above.splice(indent.length / 4, Infinity, part);
    const url = above.join('');
    return (methods.match(/[A-Z]+/g) ?? []).map((method) => ({ method: method as Route['method'], url }));
  });
}

test('every route but the open ones asks for a token', async () => {
  const all = routesOf(utility.app.printRoutes({ commonPrefix: false }));
  const urls = all.map(({ url }) => url);
  const known = Object.values(routes).filter((path) => typeof path === 'string');
  expect(urls).toEqual(expect.arrayContaining([...known, routes.paymentOrder(':id'), '/confirm/:token']));
  for (const { method, url } of all.filter(({ url }) => !isOpen(url))) {
    for (const authorization of [undefined, 'Bearer wrong-wrong-wrong-wrong', 'Basic YTpi']) {
      const headers = authorization ? { authorization } : {};
      const reply = await utility.app.inject({ method, url, headers });
      expect(reply.statusCode, `${method} ${url}`).toBe(401);
      expect(reply.headers['content-type']).toMatch('application/problem+json');
      if (method !== 'HEAD') expect(Problem.parse(reply.json()).code).toBe('unauthenticated');
    }
  }
});

test('a revoked device is told so', async () => {
  const device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  expect(await revokeDevice(utility.database.db, device.id, { actor: 'test', now })).toBe(true);
  expect(await revokeDevice(utility.database.db, device.id, { actor: 'test', now })).toBe(false);
  const reply = await post(routes.welcome, greeting, device.token);
  expect(reply.statusCode).toBe(403);
  expect(Problem.parse(reply.json()).code).toBe('device-revoked');
});

test('a code enrols as many devices as it says, each with a name of its own', async () => {
  const code = { code: 'două-ghișee', deviceName: 'Lonea', surface: 'counter' as const, now };
  await saveEnrolmentCode(utility.database.db, { ...code, officeIds: [petrosani.id], usesLeft: 2 });
  const enrolled = await Promise.all([1, 2].map(() => post(routes.enrol, { code: 'două-ghișee' })));
  expect(enrolled.map((reply) => reply.json().device.name).toSorted()).toEqual(['Lonea', 'Lonea (2)']);
  const [first] = enrolled;
  const welcome = await post(routes.welcome, greeting, first?.json().token);
  expect(welcome.json().device).toEqual(first?.json().device);
  expect((await post(routes.enrol, { code: 'două-ghișee' })).json()).toMatchObject({ code: 'code-used' });
  expect((await post(routes.enrol, { code: 'altul' })).json()).toMatchObject({ code: 'code-unknown' });
});

test('no secret is stored as it is', async () => {
  const { rows } = await utility.database.pool.query(
    `select code_hash as hash from enrolment_codes union select token_hash from devices`,
  );
  const stored = JSON.stringify(rows);
  expect(stored).not.toContain(utility.world.counter.token);
  expect(stored).not.toContain('ghișee');
});

test('people sign in with their password, and the answer holds no hash', async () => {
  const { token } = utility.world.counter;
  const reply = await post(routes.signIn, { userName: 'Ana', password: utility.world.password }, token);
  expect(reply.json()).toEqual({
    staff: { id: 'ana', userName: 'ana', displayName: 'Ana Pop', role: 'clerk', active: true },
    serverTime: utility.clock.now(),
  });
  const dismissed = await post(
    routes.signIn,
    { userName: 'vasile', password: utility.world.password },
    token,
  );
  expect(Problem.parse(dismissed.json()).code).toBe('staff-disabled');
});

test.each(['mihai', 'nimeni'])('wrong passwords for %s slow the next tries down', async (userName) => {
  const { token } = utility.world.counter;
  const wrong = () => post(routes.signIn, { userName, password: 'ghicit' }, token);
  const codes: string[] = [];
  for (const _ of [1, 2, 3, 4]) codes.push((await wrong()).json().code);
  expect(codes).toEqual(['wrong-credentials', 'wrong-credentials', 'wrong-credentials', 'too-fast']);
  const later = await wrong();
  expect(Problem.parse(later.json()).retryAfterMs).toBe(2_000);
  expect(later.headers['retry-after']).toBe('2');
});

test('what is wrong about a request is said as a problem', async () => {
  const { token } = utility.world.counter;
  const unknown = await app.inject({ url: '/sync/nothing' });
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'not-found']);
  const invalid = await post(routes.submissions, { submissions: [] }, token);
  expect([invalid.statusCode, invalid.json().code]).toEqual([400, 'bad-request']);
  const notJson = await app.inject({
    method: 'POST',
    url: routes.submissions,
    payload: '{',
    headers: { ...headersOf(token), 'content-type': 'application/json' },
  });
  expect([notJson.statusCode, notJson.json().code]).toEqual([400, 'bad-request']);
  const large = await post(routes.signIn, { userName: 'x'.repeat(2_000_000) }, token);
  expect([large.statusCode, large.json().code]).toEqual([413, 'too-large']);
  for (const reply of [unknown, invalid, notJson, large]) {
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    Problem.parse(reply.json());
  }
});

test("the page is served under every address that is none of the server's", async () => {
  for (const url of ['/', '/account/17', '/index.html']) {
    const reply = await app.inject({ url });
    expect([reply.statusCode, reply.body]).toEqual([200, '<title>Ghișeu</title>']);
    expect(reply.headers['cache-control']).toBe('no-cache');
    expect(reply.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(reply.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  }
  const asset = await app.inject({ url: '/assets/index-BqVJ3kXa.js' });
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await app.inject({ url: '/sw.js' })).headers['cache-control']).toBe('no-cache');
  expect((await app.inject({ url: '/assets/gone-12345678.js' })).statusCode).toBe(404);
});

test("health and the interface's description are open", async () => {
  const health = await app.inject({ url: '/health' });
  expect(health.json()).toEqual({
    status: 'ok',
    database: 'reachable',
    mail: { waiting: 0, failing: 0, oldestMadeAt: null },
    serverTime: utility.clock.now(),
  });
  const described = await app.inject({ url: '/docs/json' });
  expect(Object.keys(described.json().paths)).toEqual(
    expect.arrayContaining([
      '/sync/enrol',
      '/sync/pull/{collection}',
      '/sync/submissions',
      '/sync/stream',
      routes.identify,
    ]),
  );
});
