import type { VisitApi } from '../../data/visit-api';

const notYet = (): Promise<never> => Promise.reject(new Error('visits are not served yet'));

/** What a customer does at a kiosk, and what a clerk does for one. */
export const visitCalls = (): VisitApi => ({
  identify: notYet,
  signInCustomer: notYet,
  chooseAccount: notYet,
  endVisit: notYet,
  checkRegistration: notYet,
  register: notYet,
  checkContactChange: notYet,
  changeContact: notYet,
  changePassword: notYet,
  emailSlip: notYet,
  orderPayment: notYet,
  followOrder: notYet,
  findReceipt: notYet,
  openDrawer: notYet,
});
