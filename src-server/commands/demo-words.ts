import { addressFor, demoDevices } from '../demo/demo-devices';
import { demoStaff } from '../demo/demo-people';

export interface DemoWords {
  url: string;
  dataFolder: string;
  accounts: number;
  strictWindow: boolean;
  terminalAddress: string;
  paymentPage: string;
}

/** What the console shows when the demo runs: what there is, where, who signs in, how to stop. */
export function demoWords(demo: DemoWords): string {
  const { url, dataFolder, accounts, strictWindow, terminalAddress, paymentPage } = demo;
  const places = demoDevices.map((device) => row(device.label, addressFor(url, device)));
  const people = demoStaff.map(({ userName, password, displayName, role }) =>
    row(`${userName} / ${password}`, `${displayName}, ${role}`),
  );
  return `
  Ghișeu · Apa Serv Valea Jiului (demo)

${places.join('\n')}
${row('Interface for devices', `${url}/docs`)}
${row('Simulated for the kiosk', `card terminal ${terminalAddress}, payment page ${paymentPage} (README: Paying at a kiosk)`)}

  Sign in with
${people.join('\n')}

${row('Accounts', new Intl.NumberFormat('en').format(accounts))}
${row('Index can be sent', strictWindow ? 'from the 25th to the end of the month' : 'all month (--strict-window: from the 25th)')}
${row('Data', dataFolder)}
${row('Stop', 'Ctrl-C')}
`;
}

const row = (label: string, value: string): string => `  ${label.padEnd(24)}${value}`;
