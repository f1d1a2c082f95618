import type { VisitApi } from '../../data/visit-api';
import { olderBilling } from '../billing/older-billing';
import { changeContact, checkContactEntry } from './change-contact';
import { changePassword } from './change-password';
import { emailSlip } from './email-slip';
import { endVisit } from './end-visit';
import { findReceipt } from './find-receipt';
import { identify } from './identify';
import { followOrder, orderPayment } from './pay';
import { checkRegistrationEntry, register } from './register';
import { renewVisit } from './renew-visit';
import { signInAgain, signInCustomer } from './sign-in-customer';
import type { VisitDesk } from './visit-desk';

/**
 * What a customer does at a kiosk, and what a clerk does for one.
 * @param desk the device's parts, once they are there
 */
export const visitCalls = (desk: () => Promise<VisitDesk>): VisitApi => ({
  identify: async (codes) => identify(await desk(), codes),
  signInCustomer: async (credentials) => signInCustomer(await desk(), credentials),
  signInAgain: async (password) => signInAgain(await desk(), password),
  renewVisit: async () => renewVisit(await desk()),
  chooseAccount: async (accountId) => (await desk()).visit.choose(accountId),
  endVisit: async () => endVisit(await desk()),
  checkRegistration: async (entry) => checkRegistrationEntry(await desk(), entry),
  register: async (entry, language) => register(await desk(), entry, language),
  checkContactChange: async (entry) => checkContactEntry(await desk(), entry),
  changeContact: async (entry, language) => changeContact(await desk(), entry, language),
  changePassword: async (entry) => changePassword(await desk(), entry),
  emailSlip: async (of, language) => emailSlip(await desk(), of, language),
  orderPayment: async (entry) => orderPayment(await desk(), entry),
  followOrder: async (orderId) => followOrder(await desk(), orderId),
  olderBilling: async (accountId) => olderBilling(await desk(), accountId),
  findReceipt: async (receiptNumber) => findReceipt(await desk(), receiptNumber),
});
