import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AddressProblem, parseServerAddress } from './server-address';

/** `settings.json` in the application's data folder, written by whoever installs the machine. */
const SettingsFile = z.strictObject({
  server: z.string().optional(),
  kiosk: z.boolean().optional(),
  refusePlainSecrets: z.boolean().optional(),
  printer: z.string().min(1).optional(),
});
type SettingsFile = z.infer<typeof SettingsFile>;

export interface Settings {
  serverOrigin: string;
  kiosk: boolean;
  /** Refuse to keep the device's secret where the machine has no key store to seal it with. */
  refusePlainSecrets: boolean;
  /** The slip printer by the system's name for it; null: the system's default printer. */
  printer: string | null;
  /** A one-time code that makes this machine a device; used by the first window only. */
  enrolCode: string | null;
}

export type SettingsProblem = { problem: 'file-unreadable'; path: string } | { problem: AddressProblem };

export interface SettingsSources {
  /** The command line after the program's name. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  filePath: string;
}

/** The settings in force: the command line before the environment before the file. */
export function readSettings({ args, env, filePath }: SettingsSources): Settings | SettingsProblem {
  const file = readSettingsFile(filePath);
  if (!file) return { problem: 'file-unreadable', path: filePath };
  const address = parseServerAddress(optionOf(args, '--server') ?? env.GHISEU_SERVER_URL ?? file.server);
  if ('problem' in address) return address;
  return {
    serverOrigin: address.origin,
    kiosk: args.includes('--kiosk') || (flag(env.GHISEU_KIOSK) ?? file.kiosk ?? false),
    refusePlainSecrets: flag(env.GHISEU_REFUSE_PLAIN_SECRETS) ?? file.refusePlainSecrets ?? false,
    printer: env.GHISEU_PRINTER?.trim() || file.printer || null,
    enrolCode: env.GHISEU_ENROL_CODE?.trim() || null,
  };
}

/** `--name value` or `--name=value`. */
function optionOf(args: readonly string[], name: string): string | undefined {
  const withValue = args.find((arg) => arg.startsWith(`${name}=`));
  if (withValue !== undefined) return withValue.slice(name.length + 1);
  const at = args.indexOf(name);
  return at < 0 ? undefined : (args[at + 1] ?? '');
}

function flag(text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined;
  return text !== '0' && text.toLowerCase() !== 'false';
}

/** The file's settings, none where there is no file, null where it cannot be understood. */
function readSettingsFile(path: string): SettingsFile | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? {} : null;
  }
  try {
    return SettingsFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
