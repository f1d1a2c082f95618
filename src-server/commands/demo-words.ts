import { type DemoCustomers, demoCustomerPassword } from '../demo/demo-customers';
import { addressFor, demoDevices } from '../demo/demo-devices';
import { demoStaff } from '../demo/demo-people';

export interface DemoWords {
  url: string;
  dataFolder: string;
  mailFolder: string;
  customers: DemoCustomers;
  accounts: number;
  strictWindow: boolean;
  terminalAddress: string;
  paymentPage: string;
}

/** What the console shows when the demo runs: what there is, where, who signs in, how to stop. */
export function demoWords(words: DemoWords): string {
  const { url, dataFolder, mailFolder, accounts, strictWindow, terminalAddress, paymentPage } = words;
  const places = demoDevices.map((device) => row(device.label, addressFor(url, device)));
  const people = demoStaff.map(({ userName, password, displayName, role }) =>
    row(`${userName} / ${password}`, `${displayName}, ${role}`),
  );
  return `
  Ghișeu · Apa Serv Valea Jiului (demo)

${places.join('\n')}
${row('Interface for devices', `${url}/docs`)}
${row('Simulated terminal', `${terminalAddress} (README: Paying at a kiosk)`)}
${row('Simulated payment page', paymentPage)}

  Sign in with
${people.join('\n')}

  At the kiosk
${customersIn(words.customers).join('\n')}

${row('Accounts', new Intl.NumberFormat('en').format(accounts))}
${row('Index can be sent', strictWindow ? 'from the 25th to the end of the month' : 'all month (--strict-window: from the 25th)')}
${row('Data', dataFolder)}
${row('Mail to customers', mailFolder)}
${row('Stop', 'Ctrl-C')}
`;
}

/** What a small utility does not have is left out. */
function customersIn({ house, apartment, email }: DemoCustomers): string[] {
  return [
    ...(house ? [row('House', `client code ${house.clientCode}, internal code ${house.internalCode}`)] : []),
    ...(apartment
      ? [row('Apartment', `client code ${apartment.clientCode}, internal code ${apartment.internalCode}`)]
      : []),
    ...(email ? [row('Registered', `${email} / ${demoCustomerPassword}`)] : []),
  ];
}

const row = (label: string, value: string): string => `  ${label.padEnd(24)}${value}`;
