/** What a rule has to say, in English. */
export const findings = {
  'apartment-not-eligible':
    "For flats with a staircase meter the association's representative sends the index.",
  'account-closed': 'This account is closed. No index can be sent for it any more.',
  'meter-removed': 'This meter has been removed. Please send the index of the one that replaced it.',
  'meter-remote': 'This meter is read by radio. There is no need to send its index.',
  'window-closed': 'The index can be sent from {from} to {to}. Please come back then.',
  'window-closed-unplanned': 'The index cannot be sent now. The next period for sending is not planned yet.',
  'index-missing': 'Enter the new index: the black digits on the meter.',
  'index-not-whole':
    'The new index is digits only, no comma and no letters. Read the black digits on the meter.',
  'index-too-long': 'The index has too many digits: the meter shows {digits}. Read the black digits only.',
  'index-below-previous':
    'The new index is not right! Last month the meter showed {previous} m³. Check the black digits on the meter.',
  'index-below-previous-earlier':
    'The new index is not right! In {month} the meter showed {previous} m³. Check the black digits on the meter.',
  'index-below-previous-installed':
    'The new index is not right! When installed the meter showed {previous} m³. Check the black digits on the meter.',
  'below-estimate':
    'The index is below the estimate ({estimated} m³) but not below the last one read ({actual} m³). Is it right?',
  'register-rolled-over':
    'The meter showed {previous} m³ and seems to have passed zero: that would be {consumption} m³. Is it right?',
  'register-rolled-over-ask-clerk':
    'The new index is not right! The meter showed {previous} m³. If it has passed zero, please ask at the counter.',
  'consumption-high': 'That would be {consumption} m³; usually it is {usual} m³. Is the index {index} right?',
  'consumption-high-unusual':
    'That would be {consumption} m³, which is unusually high. Is the index {index} right?',
  'consumption-zero': 'The index is the same as last month. Was no water used?',
  'already-sent': 'The index {sent} was already sent for this month, {at}. Saving changes it.',
  'index-above-next': 'A lower index was already received for {month}: {next} m³. A supervisor decides.',
  'index-above-next-decided': 'A lower index was already received for {month}: {next} m³.',
  'period-billed': '{month} has already been billed. A supervisor decides.',
  'period-billed-decided': '{month} has already been billed.',
  'clock-unsure':
    "This device's time is not certain: it has not spoken with the server for a long time. A supervisor decides.",
  'clock-unsure-decided':
    "This device's time was not certain: it had not spoken with the server for a long time.",
  'captured-ahead': "The device's clock is {minutes} min ahead of the server. Please call the administrator.",
  'late-after-contact':
    'The index carries a time before the last contact with the server ({at}). A supervisor will see it.',
  'late-after-contact-decided': 'The index carries a time before the last contact with the server ({at}).',
  'unknown-account': 'The server does not know this account. Please look the customer up again.',
  'unknown-meter': 'The server does not know this meter. Please look the customer up again.',
  'actor-not-allowed': 'This user may not send indexes. A supervisor decides.',
  'actor-not-allowed-decided': 'This user may not send indexes.',
  'outside-scope': 'This account no longer belongs to this office. A supervisor decides.',
  'outside-scope-decided': 'This account no longer belongs to this office.',
  malformed: 'The server could not read the request. It stays kept here; please tell the administrator.',
  'id-reused': 'The server already has another request with this number. Please tell the administrator.',
  'kind-not-served': 'The server does not take such requests yet. Please tell the administrator.',
  'correction-below-previous': 'The value is below the index of {month}: {previous} m³. Is it right?',
  'correction-below-previous-installed':
    'The value is below the index at installation: {previous} m³. Is it right?',
  'correction-above-next': 'The value is above the index of {month}: {next} m³. Is it right?',
  'correction-period':
    'No index can be recorded for {month}: the month has not begun, or the meter was not installed.',
  'unknown-submission':
    'The server has not yet received the request this decision is about. It takes effect when the request arrives.',
  'already-settled': 'The request was already settled. Nothing is left to do.',
  'not-decidable':
    'The request cannot be accepted as it is. Send a corrected value, or close it with a note.',
  'invoice-missing': 'Choose at least one invoice.',
  'invoice-not-open': 'One of the chosen invoices is already paid. Check the list of invoices.',
  'amount-missing': 'Enter the amount in lei, for example 56.78.',
  'amount-above-outstanding': 'The amount is more than is left to pay on the chosen invoices: {amount}.',
  'tendered-not-an-amount': 'The cash received is not a number. Enter lei, for example 100 or 56.78.',
  'tendered-too-little': 'The cash received is not enough: {amount} more is needed.',
  'reference-missing': "Enter the number on the card terminal's slip.",
  'payment-credit': 'More was paid than was owed. {amount} stays in credit.',
  'payment-unknown':
    'The server has not yet received the payment. The reversal takes effect when the payment arrives.',
  'payment-reversed': 'The payment was already reversed. No more money is to be given back.',
  'reversal-needs-supervisor':
    'The payment is of {day}. Once that day is over, only a supervisor can reverse it.',
  'codes-mismatch': 'The codes do not match. Check Cod client and Cod intern on the invoice, top right.',
  'codes-unchecked': 'Too many wrong codes were tried, so these were not checked. A supervisor decides.',
  'codes-unchecked-decided': 'Too many wrong codes were tried, so these were not checked.',
  'identity-unproven': 'It could not be verified whose request this is. Please identify yourself again.',
  'session-unknown': 'The server does not know the sign-in that this was sent with. A supervisor decides.',
  'session-unknown-decided': 'The server does not know the sign-in that this was sent with.',
  'identity-not-seen': 'Ask for an identity document and confirm that you have seen it.',
  'already-registered':
    'This account is already registered, with an e-mail and a password. A forgotten password is replaced at the counter.',
  'email-malformed': 'The e-mail is not complete. Check the @ and what follows it.',
  'phone-malformed': 'A phone number has exactly 10 digits, for example 0722123456.',
  'password-too-short': 'The password needs at least {least} characters.',
  'passwords-differ': 'The two passwords are not the same. Type it once more.',
  'invoices-need-email': 'An invoice by e-mail needs an e-mail address.',
  'nothing-changed': 'You have not changed anything.',
  'field-missing-clientCode': 'Enter Cod client. It is on the invoice, top right.',
  'field-missing-internalCode': 'Enter Cod intern. It is on the invoice, below Cod client.',
  'field-missing-email': 'Enter the e-mail address.',
  'field-missing-phone': 'Enter the phone number.',
  'field-missing-password': 'Choose a password.',
  'field-missing-passwordAgain': 'Type the password once more, to check it.',
  'field-missing-oldPassword': 'Enter the current password.',
};
