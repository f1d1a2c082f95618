import type { CollectionName } from './collections';

/** Every path of the sync protocol, written once. */
export const routes = {
  enrol: '/sync/enrol',
  welcome: '/sync/welcome',
  signIn: '/sync/sign-in',
  pull: (collection: CollectionName | ':collection') => `/sync/pull/${collection}`,
  submissions: '/sync/submissions',
  stream: '/sync/stream',
  compare: '/sync/compare',
  importWaiting: '/sync/import-waiting',
} as const;
