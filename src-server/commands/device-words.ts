import type { ListedDevice } from '../devices/list-devices';
import { rangesInWords } from '../devices/ranges';

/** One device, as the console shows it. Times are UTC. */
export function deviceInWords(device: ListedDevice): string {
  const { name, id, surface, offices, enrolledAt, lastContactAt, revokedAt, submissions, lastSeq } = device;
  const { terminalAddress } = device;
  const lines = [
    `${name} (${surface}, ${offices.map(({ id: office }) => office).join(' + ')})${revokedAt ? ' REVOKED' : ''}`,
    row('id', id),
    row('enrolled', time(enrolledAt)),
    row('last contact', lastContactAt ? time(lastContactAt) : 'never'),
    ...(revokedAt ? [row('revoked', time(revokedAt))] : []),
    ...(terminalAddress === null ? [] : [row('card terminal', terminalAddress)]),
    row('submissions', submissions === 0 ? 'none' : `${submissions}, the last has number ${lastSeq}`),
  ];
  if (device.missing.length > 0) lines.push(row('MISSING', rangesInWords(device.missing)));
  if (device.notRecorded.length > 0) {
    const numbers = device.notRecorded.map((number): [number, number] => [number, number]);
    lines.push(row('not recorded', rangesInWords(numbers)));
  }
  return lines.join('\n');
}

const row = (label: string, value: string): string => `  ${label.padEnd(15)}${value}`;
const time = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
