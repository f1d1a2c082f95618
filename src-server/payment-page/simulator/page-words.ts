import type { Language } from '../../../shared/model/primitives';

/** What the simulated provider's page says: no words of the utility's, as a real provider's would not be. */
export interface PageWords {
  title: string;
  simulated: string;
  pay: string;
  decline: string;
  open: string;
  paid: string;
  declined: string;
  expired: string;
}

export const pageWords: Record<Language, PageWords> = {
  ro: {
    title: 'Plata facturii',
    simulated: 'Aceasta este o pagină de probă: nu se încasează bani.',
    pay: 'Plătește',
    decline: 'Refuză plata',
    open: 'De plată',
    paid: 'Plata a fost făcută. Puteți închide pagina.',
    declined: 'Plata a fost refuzată. Nu s-au luat bani. Puteți închide pagina.',
    expired: 'Timpul pentru plată a trecut. Nu s-au luat bani. Cereți o plată nouă la infochioșc.',
  },
  en: {
    title: 'Pay the invoice',
    simulated: 'This is a trial page: no money is taken.',
    pay: 'Pay',
    decline: 'Decline the payment',
    open: 'To pay',
    paid: 'The payment was made. You can close this page.',
    declined: 'The payment was declined. No money was taken. You can close this page.',
    expired: 'The time to pay is over. No money was taken. Ask for a new payment at the kiosk.',
  },
  hu: {
    title: 'A számla befizetése',
    simulated: 'Ez próbaoldal: pénzt nem vesz le.',
    pay: 'Fizetés',
    decline: 'Fizetés elutasítása',
    open: 'Fizetendő',
    paid: 'A fizetés megtörtént. Az oldalt bezárhatja.',
    declined: 'A fizetést elutasították. Nem vontak le pénzt. Az oldalt bezárhatja.',
    expired: 'A fizetésre szánt idő lejárt. Nem vontak le pénzt. Kérjen új fizetést az ügyfélterminálon.',
  },
};

export const languageNames: Record<Language, string> = { ro: 'Română', en: 'English', hu: 'Magyar' };
