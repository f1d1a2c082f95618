/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in English. */
export const kiosk = {
  name: 'Kiosk',
  back: 'Back',
  leave: 'Finish',
  next: 'Continue',
  acts: 'Back and continue',
  waiting: 'One moment, please…',
  comfort: {
    label: 'Seeing, hearing, height',
    sight: 'Sight',
    contrast: { name: 'High contrast', short: 'Contrast' },
    largeText: { name: 'Large text', short: 'Large text' },
    voice: { name: 'Read the screen aloud', short: 'Voice' },
    lowered: { name: 'Lower the screen', short: 'Lower' },
    raised: { name: 'Raise the screen', short: 'Raise' },
  },
  keys: {
    keypad: 'Digits',
    keyboard: 'Letters and digits',
    erase: 'Erase',
    clear: 'Erase all',
    enter: 'Continue',
    shift: 'Capital letter',
    space: 'Space',
  },
  field: { showPassword: 'Show the password' },
  window: {
    open: {
      days: 'You can send the index from {from} to {to}.',
      oneDay: 'You can send the index on {day}.',
    },
    next: {
      days: 'The index can be sent from {from} to {to}.',
      oneDay: 'The index can be sent on {day}.',
    },
  },
  attract: {
    title: 'Welcome! Your water account',
    subtitle: 'Send the index, see and pay your invoices',
    begin: 'Touch to begin',
    offline:
      'There is no connection to the server now. You can send the index and see invoices; card payment and My account are not available.',
    noRoom:
      'You cannot send the index or pay here now: this device has no room left. Please go to the counter. You can see invoices and payments.',
    disk: {
      full: 'For staff: this device’s disk is full. Make room on it or tell the administrator.',
      failing:
        'For staff: what comes from the server cannot be written on this device. Restart it; if it happens again, tell the administrator.',
    },
    staff:
      'For staff: when this device started it was found that requests made here may be missing. Tell the administrator. Details, from a keyboard: Ctrl+Shift+F8.',
  },
  who: {
    title: 'How would you like to identify yourself?',
    subtitle: 'It is easiest with an invoice at hand.',
    codes: { title: 'With an invoice', detail: 'Cod client and Cod intern, printed on it' },
    email: {
      title: 'With e-mail and password',
      detail: 'If you have registered. Opens My account as well.',
      offline: 'Not possible now: there is no connection to the server.',
    },
    scan: 'You can also scan the barcode of the invoice right now.',
    foreignScan: 'The scanned code cannot be used here. Scan the barcode of the invoice, or type the codes.',
    offline: 'Without the server you can identify yourself with an invoice.',
  },
  codes: {
    title: 'Enter the codes on the invoice',
    subtitle: 'They are at the top right. You can also scan the barcode.',
    clientCode: 'Cod client (client code)',
    internalCode: 'Cod intern (internal code)',
    picture: 'An invoice: Cod client and Cod intern are printed at the top right.',
    wrong: 'The codes do not match. Check both codes on the invoice and try again.',
    'not-possible':
      'We cannot identify you here now: this device has not received what it needs yet. Please go to the counter.',
    unexpected: 'Something went wrong. Try again; if it happens again, please go to the counter.',
    offline:
      'No connection to the server: what you send is kept here and checked when the connection is back.',
  },
  locked: 'Too many wrong tries. You can try again in {wait}.',
  signIn: {
    title: 'E-mail and password',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    useCodes: 'With an invoice',
    empty: 'Enter the e-mail address and the password.',
    forgotten: 'Forgot the password? Go to the counter with an identity document.',
    wrong: 'The e-mail or the password is not right. Try again.',
    'email-not-confirmed':
      'The e-mail address is not confirmed yet. Open the link in the e-mail we sent you, then try again.',
    offline: 'Without the server the password cannot be checked. You can identify yourself with an invoice.',
    unexpected: 'Something went wrong. Try again; if it happens again, please go to the counter.',
  },
  signInEnd: {
    ending: 'Your sign-in ends in two minutes',
    endingBody:
      'Save what you have typed, or enter the password again: you go on where you are, nothing is lost.',
    again: 'I enter the password again',
    later: 'I finish first',
    early: 'Enter the password again',
    over: 'Your sign-in has ended',
    overBody: 'Enter the password again: what you have typed is not lost.',
    password: 'Password for {email}',
    empty: 'Enter the password.',
    wrong: 'The password is not right. Try again.',
    gone: {
      title: 'The account no longer belongs to your address',
      body: 'The password is right, but the account that is open here no longer belongs to {email}. What you have typed is not saved. Please ask at the counter, or start anew for another account.',
      again: 'I start anew',
    },
  },
  home: {
    title: 'What would you like to do?',
    clientCode: 'Cod client {code}',
    closed: 'The account is closed. You can see and pay the invoices that are still open.',
    offline:
      'There is no connection to the server now. What you send is kept on this device and sent when the connection is back.',
    gone: {
      title: 'The account is not on this device',
      body: 'It may belong to another office now. Please ask at the counter.',
    },
  },
  tile: {
    readings: {
      title: 'Consumption',
      open: 'Send this month’s index',
      noRoom: 'At the counter only: this device has no room left',
      sent: 'Index sent; you can change it',
      stays: 'Index sent',
      later: 'The index can be sent from {from}',
      'only-shown': 'See the consumption of past months',
      kept: 'Index kept here, not sent yet',
      held: 'A colleague is looking at your index',
    },
    invoices: {
      title: 'Invoices',
      open: 'To pay: {amount} · unpaid: {count}',
      paid: 'All of them are paid',
      'in-advance': 'Nothing to pay · In credit {amount}',
      loading: 'Loading…',
    },
    pay: {
      title: 'Pay invoices',
      nothing: 'You have nothing to pay',
      noRoom: 'At the counter only: this device has no room left',
      offline: 'At the counter only: there is no connection',
      both: 'By card or by phone',
      card: 'By card',
      phone: 'By phone',
      counter: 'Paid at the counter',
      loading: 'Loading…',
    },
    payments: { title: 'Payments', detail: 'Payments of the last months' },
    account: {
      title: 'My account',
      open: 'Phone, invoice by e-mail, password',
      noRoom: 'Only the password now: no room left on this device',
      signIn: 'With e-mail and password',
      offline: 'Not now: there is no connection',
    },
    register: {
      title: 'Register',
      detail: 'If you have no account yet',
      noRoom: 'At the counter only: this device has no room left',
      kept: 'Request kept here, not sent yet',
      sent: 'Request sent, waiting for the answer',
      received: 'Request sent; see the message in your e-mail',
      held: 'A colleague will look at the request',
    },
    accounts: { title: 'Another address', detail: 'You have {count} accounts' },
  },
  accounts: {
    title: 'Which address is this about?',
    subtitle: 'Your e-mail opens several accounts.',
    more: 'Show the others',
  },
  notice: {
    refused: '{what} of {when} was not accepted.',
    held: '{what} of {when} is being checked by a clerk.',
    superseded: '{what} of {when} no longer counts.',
    newerRegistration:
      'A newer one was made, for instance at the counter: sign in with the e-mail and password given then. If you did not ask for it, please ask at the counter.',
    registrationEnded: 'It holds no longer. To have an account, register again or ask at the counter.',
    newerRequest: 'A newer request was made, for instance at the counter.',
    kind: {
      registration: 'The registration',
      'contact-change': 'The change of your details',
      reading: 'The index',
      other: 'The request',
    },
  },
  idle: {
    title: 'Do you need more time?',
    body: 'If you do not press the button, the visit ends and your data disappear from the screen.',
    left_one: '{count} second left.',
    left_other: '{count} seconds left.',
    more: 'I need more time',
    finish: 'I am finished',
    sound: 'A signal sounded: we are waiting for your answer.',
    lastCallSound: 'Three signals sounded: time is almost up.',
  },
  leaving: {
    thanks: 'Thank you!',
    wiped: 'Your data are being wiped from this screen.',
  },
  shut: {
    'not-started': {
      title: 'The kiosk does not work at the moment',
      body: 'Please go to the counter: we will help you there.',
      staff:
        'For staff: the device could not start, and tries by itself every minute. The cause and what can be done, from a keyboard: Ctrl+Shift+F8.',
    },
    'not-enrolled': {
      title: 'The kiosk does not work at the moment',
      body: 'Please go to the counter: we will help you there.',
      staff:
        'For staff: the device is not enrolled. The enrolment code is entered from a keyboard: Ctrl+Shift+F8.',
    },
    'key-lost': {
      title: 'The kiosk does not work at the moment',
      body: 'Please go to the counter: we will help you there.',
      staff:
        'For staff: the device has lost its key. The replacement code is entered from a keyboard: Ctrl+Shift+F8.',
    },
    enrolmentFailed: 'Enrolment did not succeed. {why}',
    'other-window': {
      title: 'The kiosk is open in another window',
      body: 'Please go to the counter: we will help you there.',
      staff: 'For staff: close the other window of this device; this one then goes on by itself.',
    },
    starting: 'The kiosk is starting',
    revoked: {
      title: 'This kiosk is no longer in use',
      body: 'Please go to the counter: we will help you there.',
      staff: 'For staff: the device “{device}” was withdrawn. Tell the administrator.',
    },
    'locked-out': {
      title: 'The kiosk does not work at the moment',
      body: 'Please go to the counter: we will help you there.',
      staff: 'For staff: the server does not accept the device “{device}”. Tell the administrator.',
    },
    filling: {
      title: 'The kiosk is getting ready',
      body: 'It takes a few minutes and happens only once. Meanwhile we will help you at the counter.',
      staff: 'For staff: the device “{device}” is fetching the office’s data and starts by itself.',
    },
    offline: {
      title: 'The kiosk does not work at the moment',
      body: 'It is waiting for the server. Please go to the counter: we will help you there.',
      staff:
        'For staff: the device “{device}” does not have the office’s data yet; it goes on by itself when the connection is back.',
    },
  },
  trouble: {
    title: 'Sorry, something went wrong',
    body: 'What you saved is not lost. Please begin again; if it happens again, we will help you at the counter.',
    again: 'Begin again',
    staff: 'For staff:',
  },
  unfinished: {
    title: 'The payment is not finished. Do you want to leave?',
    terminal:
      'The terminal is still waiting; if you leave, the payment may go on there. If you no longer want to pay, cancel on the terminal first.',
    page: 'If you leave, the payment may go on on the phone for as long as the page is open. A payment that was made appears in the list of payments.',
    unknown:
      'We do not know yet whether the money was taken. If you leave, a payment that was made appears in the list of payments; do not pay again until then.',
    needlessTitle: 'Do not pay on the phone any more. Do you want to leave?',
    needless:
      'You have paid already, and a payment page is still open on the phone. Close it: what is paid there as well would stay in credit.',
    stay: 'Stay here',
    leave: 'Leave anyway',
  },
};
