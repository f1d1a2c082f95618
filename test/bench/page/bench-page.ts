import { pickBridge } from '../../../src-renderer/bridge/pick-bridge';
import { startDataClient } from '../../../src-renderer/data/data-client';
import type { QueryArgs, QueryName, QueryValue } from '../../../src-renderer/data/queries';

/*
 * The product's own data client and worker without the screens, so that what is measured is the data's part of the
 * waiting. Times are taken in the page, around the same calls that screens make.
 */
const api = startDataClient(pickBridge(window));

/** The first value of a live query that satisfies a condition. */
function first<Q extends QueryName>(
  query: Q,
  args: QueryArgs<Q>,
  satisfies: (value: QueryValue<Q>) => boolean = () => true,
): Promise<QueryValue<Q>> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null;
    let done = false;
    api
      .watch(query, args, (value) => {
        if (done || !satisfies(value)) return;
        done = true;
        stop?.();
        resolve(value);
      })
      .then((stopWatching) => {
        stop = stopWatching;
        if (done) stop();
      }, reject);
  });
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

/** Enrols and gives the ms from the first accounts asked for to the last one written. */
async function firstSync(code: string): Promise<number> {
  await first('device', null, ({ state }) => state === 'not-enrolled');
  const asked = first('status', null, ({ firstSync: syncing }) => syncing?.collection === 'accounts');
  await api.enrol(code);
  await asked;
  return timed(() => first('status', null, ({ accountsReady }) => accountsReady));
}

const allPulled = () =>
  first('status', null, (status) => status.firstSync === null && status.searchIndex === 'ready');

/** Types each text letter by letter; the ms from each letter to its results. */
async function search(texts: string[]): Promise<number[]> {
  const measured: number[] = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      measured.push(await timed(() => first('search', { text: text.slice(0, length), limit: 50 })));
    }
  }
  return measured;
}

/** Ms from the page's start to the first customer found. */
async function startToFirstHit(text: string): Promise<number> {
  await first('search', { text, limit: 50 }, ({ hits }) => hits.length > 0);
  return performance.now();
}

async function accountsOf(text: string): Promise<string[]> {
  const { hits } = await first('search', { text, limit: 300 });
  return hits.filter(({ month }) => month === 'nothing-yet').map(({ accountId }) => accountId);
}

const openAccount = (accountId: string) =>
  timed(() => first('account', { accountId }, (view) => view !== null));

export interface SavedAt {
  accountId: string;
  index: number;
  beganAt: number; // ms since 1970, of the machine both pages run on
  tookMs: number;
}

/** Saves the next index of an account's first meter; null when the rules would ask or refuse. */
async function save(accountId: string): Promise<SavedAt | null> {
  const view = await first('account', { accountId }, (value) => value !== null);
  const meter = view?.meters[0];
  if (!meter) return null;
  const index = meter.previous.index + 5;
  const beganAt = performance.timeOrigin + performance.now();
  const entry = { accountId, meterId: meter.meter.id, entry: String(index) };
  const begin = performance.now();
  const { outcome } = await api.saveReading(entry, [
    'consumption-high',
    'consumption-zero',
    'below-estimate',
  ]);
  const tookMs = performance.now() - begin;
  return outcome === 'saved' ? { accountId, index, beganAt, tookMs } : null;
}

/** When an index is shown here, in ms since 1970. */
async function shownAt(accountId: string, index: number): Promise<number> {
  await first('account', { accountId }, (view) => view?.meters[0]?.current?.index === index);
  return performance.timeOrigin + performance.now();
}

const signIn = (userName: string, password: string) => api.signIn(userName, password);
const bench = {
  firstSync,
  allPulled,
  search,
  startToFirstHit,
  accountsOf,
  openAccount,
  save,
  shownAt,
  signIn,
};
export type Bench = typeof bench;

Object.assign(globalThis, { bench });
