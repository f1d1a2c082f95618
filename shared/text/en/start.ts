/** Everything said before a clerk is at work, in English. */
export const start = {
  product: 'Ghișeu',
  language: { label: 'Language', ro: 'Română', en: 'English', hu: 'Magyar' },
  retry: 'Try again',
  starting: { title: 'Opening Ghișeu', body: 'Reading what is kept on this device.' },
  otherWindow: {
    title: 'Ghișeu is already open',
    body: 'Another window on this device is working with the data. Work there, or close it: this one then goes on by itself.',
  },
  enrolling: {
    title: 'This device is being enrolled',
    body: 'The server is checking the code in the address.',
  },
  enrol: {
    title: 'Enrol this device',
    body: 'Enter the enrolment code your administrator gave you. One code is good for one device.',
    code: 'Enrolment code',
    submit: 'Enrol device',
    'code-unknown': 'This code is not known. Check it or ask your administrator for another.',
    'code-used': 'This code was already used on another device. Ask your administrator for another.',
    'too-fast': 'Too many tries. Wait a minute, then try again.',
    offline: 'The server does not answer. Enrolling needs a connection; try again when it is back.',
    'server-trouble': 'The server has trouble. The code is not lost; try again in a few minutes.',
    byItself: {
      offline: 'The server does not answer. The device tries again by itself every minute.',
      'server-trouble':
        'The server has trouble. The code is not lost: the device tries again by itself every minute.',
      'too-fast': 'Too many tries. The device tries again by itself every minute.',
    },
    'not-kept':
      'The code was used, but this device could not write down who it is. Make room on the disk and press again without closing the page; otherwise ask your administrator for a replacement code.',
    unexpected:
      'Something went wrong on this device. Try again; if it happens again, tell the administrator.',
    lost: 'This device was {device} but no longer has its key. Ask your administrator for a replacement code for {device}. Entries kept in the journal: {waiting}; those without an answer are sent after that.',
    empty: 'Enter the enrolment code.',
  },
  revoked: {
    title: 'This device no longer has access',
    body: 'The device “{device}” was revoked. What came from the server was wiped; what was not sent stays kept here. Please tell the administrator.',
  },
  lockedOut: {
    title: 'The server does not accept this device',
    unauthenticated:
      'The server no longer recognises this device. What you saved stays kept here. Please tell the administrator.',
    'device-revoked':
      'The device was revoked. What you saved stays kept here. Please tell the administrator.',
    'protocol-too-old':
      'The version on this device is too old for the server. What you saved is still being sent. Please tell the administrator.',
  },
  problem: {
    'storage-unavailable': {
      title: 'This browser cannot keep data',
      body: 'Ghișeu needs the browser’s storage. Open it in an ordinary window (not a private one), at an https or localhost address.',
    },
    'database-unreadable': {
      title: 'The local data cannot be opened',
      body: 'What you saved is in the journal and is not lost. Try again; if it happens again, please tell the administrator.',
    },
    'database-stuck': {
      title: 'The local data does not open',
      body: 'Another window or program keeps it busy. Close the other windows and try again. What you saved is in the journal and is not lost.',
    },
    'secret-unreadable': {
      title: 'Who this device is cannot be read',
      body: 'The device’s key is kept but cannot be read. What you saved stays in the journal. Try again; if it happens again, please tell the administrator.',
    },
    'journal-unreadable': {
      title: 'The journal cannot be read',
      body: 'Without the journal nothing can be saved safely. Do not delete anything on this device, and tell the administrator.',
    },
  },
  notices: {
    title: 'What was found at the start',
    dismiss: 'I have read it',
    reloaded:
      'The local data closed unexpectedly ({at}), and the application was loaded again. What was saved is kept; what you were typing and was not saved has to be typed again.',
    'data-vanished':
      'The local data had vanished and is being rebuilt from the journal and the server. Found again in the journal: {submissions}. Each user’s first sign-in needs the server again.',
    'data-damaged':
      'The local data was damaged and is being rebuilt from the journal and the server. Found again in the journal: {submissions}. Each user’s first sign-in may need the server again.',
    answersUnknown: 'How many of the requests the server already has is known once it answers.',
    allAnswered: 'All requests are with the server already.',
    someWait: 'Requests that still wait for an answer: {waiting}; already with the server: {answered}.',
    'journal-vanished':
      'The journal had lost entries; they were written again from the local data: {submissions}. Please tell the administrator.',
    'journal-damaged':
      'Lines of the journal are damaged: {lines}. They are kept as evidence. Please tell the administrator.',
    'journal-gap':
      'The entries numbered {from} to {to} were made on this device and are no longer here. Please tell the administrator: the server knows whether it received them.',
    'of-other-device':
      'Made here as {device} and not sent: {submissions}. This device is another one now and cannot send them. Export them; a supervisor then imports them.',
  },
  export: {
    button: 'Export what waits',
    exported:
      'The file {file} holds what waits: {submissions}. Only the server can open it; give it to a supervisor.',
    'nothing-waits': 'Nothing waits on this device.',
    'no-key':
      'This device does not have the server’s key yet, so it cannot make a sealed file. It needs a connection to the server.',
    'journal-unreadable':
      'Neither the journal nor the local data can be read, so nothing can be exported. Do not delete anything, and tell the administrator.',
    failed: 'The export did not succeed. What you saved stays kept here.',
  },
  rebuild: {
    button: 'Rebuild the local data',
    title: 'Rebuild the local data?',
    body: 'What came from the server is deleted and fetched again. The journal with what you saved stays. Each user’s first sign-in needs the server again.',
    confirm: 'Yes, rebuild',
    cancel: 'Cancel',
  },
  storage: {
    full: 'The disk is full: what comes from the server cannot be written. Please tell the administrator.',
    failing:
      'What comes from the server cannot be written or read on this device. Restart it; if it happens again, please tell the administrator.',
  },
  unexpected: {
    title: 'Something went wrong',
    body: 'What you saved is not lost. Try again; if it happens again, show the administrator the line below.',
  },
  firstSync: {
    title: 'Fetching the office’s data',
    body: 'This happens once on this device. You can start as soon as the accounts are here.',
    connecting: 'Looking for the server…',
    offline: 'The server does not answer. Fetching goes on by itself when the connection is back.',
    progress: '{done} of {total}',
    progressOpen: '{done} so far',
    collection: {
      policy: 'Rules',
      staff: 'Users',
      accounts: 'Accounts',
      verdicts: 'Answers',
      readings: 'Consumption',
      invoices: 'Invoices',
      payments: 'Payments',
    },
  },
  signIn: {
    title: 'Sign in',
    userName: 'User name',
    password: 'Password',
    showPassword: 'Show the password',
    submit: 'Sign in',
    offline: 'No connection to the server. You can sign in if you have done so on this device before.',
    offlineSinceLoss:
      'No connection to the server. You can sign in if you have signed in on this device since the data vanished.',
    empty: 'Enter your user name and password.',
    'wrong-credentials': 'The user name or password is not right. Check them and try again.',
    'staff-disabled': 'This user is disabled. Please ask your supervisor.',
    'first-sign-in-needs-server':
      'The first sign-in on this device needs the server. Try again when the connection is back.',
    'offline-too-long':
      'It is too long since you last signed in with the server. Try again when the connection is back.',
    locked: 'Too many wrong tries. You can try again in {wait}.',
    signedInOffline: 'You are signed in without the server. What you save is sent when it is back.',
  },
};
