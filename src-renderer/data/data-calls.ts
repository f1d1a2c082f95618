import type { DataApi } from './data-api';

/** Everything screens ask the data worker for but `watch`: what passes the calls on derives from this list. */
const passedOn: Record<DataCall, true> = {
  enrol: true,
  signIn: true,
  signOut: true,
  checkEntry: true,
  saveReading: true,
  checkPayment: true,
  savePayment: true,
  reversePayment: true,
  decide: true,
  correctReading: true,
  closeDay: true,
  importWaiting: true,
  syncNow: true,
  exportWaiting: true,
  dismissNotices: true,
  compareNow: true,
  rebuild: true,
  identify: true,
  signInCustomer: true,
  signInAgain: true,
  renewVisit: true,
  chooseAccount: true,
  endVisit: true,
  checkRegistration: true,
  register: true,
  checkContactChange: true,
  changeContact: true,
  changePassword: true,
  emailSlip: true,
  orderPayment: true,
  followOrder: true,
  findReceipt: true,
  olderBilling: true,
  openDrawer: true,
  officeDevices: true,
};

export type DataCall = Exclude<keyof DataApi, 'watch'>;
export type DataCalls = Pick<DataApi, DataCall>;

type AnyCall = (...args: unknown[]) => Promise<unknown>;

/**
 * An object with every call, each of them handed to `pass`. It makes the call itself: a function of another thread cannot
 * be handed over, and to await one would ask for just that.
 */
export function passOn(pass: (call: DataCall, args: unknown[]) => Promise<unknown>): DataCalls {
  const calls = (Object.keys(passedOn) as DataCall[]).map((call): [DataCall, AnyCall] => [
    call,
    (...args) => pass(call, args),
  ]);
  return Object.fromEntries(calls) as unknown as DataCalls;
}
