/** The office's devices, as a supervisor at a counter sees them. */
export const devices = {
  menu: 'Devices of the office',
  title: 'Devices of the office',
  what: 'What the server received from each device, and which request numbers are missing.',
  notYours: 'For supervisors',
  notYoursBody:
    'Here a supervisor sees the devices of the office and whether requests of one of them are missing.',
  asOf: 'As of {at}.',
  askAgain: 'Ask again',
  asking: 'Asking the server…',
  none: 'No device is enrolled at this office.',
  name: 'Device',
  office: 'Office',
  surface: 'Kind',
  counter: 'counter',
  'self-service': 'kiosk',
  lastContact: 'Last contact',
  never: 'never',
  received: 'Requests received',
  numbers: 'Missing numbers',
  noneMissing: 'nothing is missing',
  missing: '{numbers} missing',
  missingMore_one: '{numbers} and {count} more place missing',
  missingMore_other: '{numbers} and {count} more places missing',
  notRecorded: 'not recorded: {numbers}',
  notRecordedMore_one: 'not recorded: {numbers} and {count} more place',
  notRecordedMore_other: 'not recorded: {numbers} and {count} more places',
  here: 'this device',
  revoked: 'revoked since {at}',
  advice: {
    title: 'What to do when numbers are missing',
    start: 'Start the device and leave it connected: it sends by itself what waits on it.',
    export:
      'If it can no longer send or is revoked, ask for the export of what waits on it (“{button}”) and import the file under “{page}”.',
    lost: 'If the device is gone, the requests are lost: customers with a slip from it send the index again; the slip shows what was saved.',
    silent:
      'A number is known to be missing only once a higher one has arrived: on a device without contact for long, requests may wait that are not seen here.',
    open: 'Open “{page}”',
  },
  offline:
    'The server does not answer, and only it knows what it received from the other devices. Ask again when the connection is back. What waits on this device is under F4.',
  refused: {
    'not-a-supervisor':
      'The server shows the devices to supervisors only. If you are one, tell the administrator.',
    'not-signed-in':
      'The server knows of no recent sign-in of yours at this counter. Sign out and in again while there is a connection.',
    'too-fast': 'You asked too often. Wait a minute.',
  },
  failed: 'The list could not be fetched. Try again; if it happens again, tell the administrator.',
};
