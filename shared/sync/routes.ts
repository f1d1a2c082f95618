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
  officeDevices: '/sync/office-devices',
  identify: '/sync/customer/identify',
  customerSignIn: '/sync/customer/sign-in',
  customerRenew: '/sync/customer/renew',
  customerProfile: '/sync/customer/profile',
  customerPassword: '/sync/customer/password',
  customerSignOut: '/sync/customer/sign-out',
  paymentOrders: '/sync/payment-orders',
  paymentOffers: '/sync/payment-orders/offer',
  paymentOrder: (id: string) => `/sync/payment-orders/${id}`,
  olderBilling: (accountId: string) => `/sync/accounts/${accountId}/older-billing`,
  receipt: (number: string) => `/sync/receipts/${number}`,
} as const;
