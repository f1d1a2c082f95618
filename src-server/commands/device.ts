import { type Command, Option } from 'commander';
import type { Surface } from '../../shared/model/primitives';
import { systemClock } from '../clock';
import { revokeDevice } from '../devices/administer';
import { type ListedDevice, listDevices } from '../devices/list-devices';
import { OperatorProblem } from '../operator-problem';
import { type DataOption, dataOption } from './data-option';
import { deviceInWords } from './device-words';
import { makeEnrolmentCode } from './enrolment';
import { operator } from './operator';
import { placeTerminal } from './terminal';
import { onTables } from './use-tables';

interface EnrolOptions extends DataOption {
  office?: string[];
  surface?: Surface;
  name?: string;
  terminal?: string;
  replace?: string;
}

export function deviceCommand(program: Command): void {
  const device = program.command('device').description('the machines at the counters and in the lobbies');
  device
    .command('list')
    .addOption(dataOption())
    .description('every device, what arrived from it, and which of its numbers are missing')
    .option('--json', 'for programs')
    .action(list);
  device
    .command('enrol')
    .addOption(dataOption())
    .description('make a one-time code that turns a machine into a device')
    .option('--office <id...>', 'the offices whose customers it serves')
    .addOption(new Option('--surface <surface>', 'where it stands').choices(['counter', 'self-service']))
    .option('--name <name>', 'what people call it')
    .option('--terminal <host:port>', 'the card terminal beside a kiosk')
    .option('--replace <device>', 'who redeems the code becomes this device: same submissions, new key')
    .action(enrol);
  device
    .command('terminal')
    .addOption(dataOption())
    .description('name the card terminal beside a kiosk')
    .argument('<device>', 'its id')
    .argument('<host:port>', 'where the terminal is reached, or none')
    .option('--moved', 'it is the same terminal, at another address')
    .action(setTerminal);
  device
    .command('revoke')
    .addOption(dataOption())
    .description('shut a device out: it locks and wipes what it pulled; what waits on it stays')
    .argument('<device>', 'its id')
    .action(revoke);
}

const of = (data: string) => ({ data, command: 'device' });

async function list({ data, json }: DataOption & { json?: true }): Promise<void> {
  const devices = await onTables(of(data), (db) => listDevices(db));
  if (json) console.log(JSON.stringify(devices.map(forPrograms), null, 2));
  else if (devices.length === 0)
    console.log('There is no device yet: `ghiseu device enrol` makes a code for one.');
  else console.log(devices.map(deviceInWords).join('\n\n'));
}

const forPrograms = ({ offices, ...device }: ListedDevice) => ({
  ...device,
  offices: offices.map(({ id }) => id),
});

async function enrol({ data, ...wanted }: EnrolOptions): Promise<void> {
  const by = { actor: operator(), now: systemClock.now() };
  const { code, sentence } = await onTables(of(data), (db) => makeEnrolmentCode(db, wanted, by));
  console.log(code);
  console.log(sentence);
}

async function setTerminal(
  id: string,
  address: string,
  { data, moved = false }: DataOption & { moved?: boolean },
): Promise<void> {
  const by = { actor: operator(), now: systemClock.now() };
  console.log(await onTables(of(data), (db) => placeTerminal(db, { id, address, moved }, by)));
}

async function revoke(id: string, { data }: DataOption): Promise<void> {
  const by = { actor: operator(), now: systemClock.now() };
  const revoked = await onTables(of(data), (db) => revokeDevice(db, id, by));
  if (!revoked) {
    throw new OperatorProblem(
      `There is no device ${id}, or it is revoked already. \`ghiseu device list\` names them all.`,
    );
  }
  console.log('Revoked. It locks at its next contact; what waits on it stays there.');
}
