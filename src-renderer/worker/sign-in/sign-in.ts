import type { Policy } from '../../../shared/model/policy';
import type { Staff } from '../../../shared/model/staff';
import { SignInResponse } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import type { SignInOutcome } from '../../data/sign-in-api';
import type { DeviceClock } from '../clock';
import type { KeptStore } from '../db/kept-store';
import { devicePepper } from '../device/pepper';
import type { Connection } from '../sync/connection';
import { ExchangeError } from '../sync/exchange-error';
import { LockOut } from './lock-out';
import type { Session } from './session';
import { makeVerifier, passwordFits, StaffVerifier } from './verifier';

export interface SignInSetting {
  connection: Connection;
  clock: DeviceClock;
  kept: KeptStore;
  session: Session;
  timeoutMs: number;
  /** The policy in force now; null before any has arrived. */
  policy: () => Promise<Policy | null>;
  /** A person as the pulled documents know them; undefined while staff has not been pulled once. */
  staff: (id: string) => Promise<Staff | null | undefined>;
}

interface Credentials {
  userName: string;
  password: string;
}

const dayMs = 24 * 60 * 60_000;

/** Signs a person in: by the server where it answers, otherwise against what this device kept of the last time. */
export async function signIn(setting: SignInSetting, credentials: Credentials): Promise<SignInOutcome> {
  const { password } = credentials;
  const known = { userName: credentials.userName.trim(), password };
  const outcome = (await onlineSignIn(setting, known)) ?? (await offlineSignIn(setting, known));
  if (outcome.outcome === 'signed-in') setting.session.begin(outcome.staff);
  return outcome;
}

/** Null when the server cannot be asked. */
async function onlineSignIn(setting: SignInSetting, credentials: Credentials): Promise<SignInOutcome | null> {
  try {
    const { staff, serverTime } = await setting.connection.exchange({
      path: routes.signIn,
      body: credentials,
      reply: SignInResponse,
      timeoutMs: setting.timeoutMs,
    });
    await keepVerifier(setting, { ...credentials, staff, onlineAt: serverTime }).catch(notKept);
    return { outcome: 'signed-in', staff, offline: false };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    return refusalBy(error);
  }
}

/** A full disk keeps nobody out whose password fits; a wrong try that cannot be counted is an error. */
const notKept = (error: unknown): void => console.error('a sign-in could not be kept', error);

function refusalBy({ code, retryAfterMs }: ExchangeError): SignInOutcome | null {
  if (code === 'wrong-credentials' || code === 'staff-disabled') return { outcome: 'refused', reason: code };
  if (code === 'bad-request') return { outcome: 'refused', reason: 'wrong-credentials' };
  return code === 'too-fast' ? { outcome: 'locked', retryAfterMs: retryAfterMs ?? 5_000 } : null;
}

async function keepVerifier(
  setting: SignInSetting,
  known: Credentials & { staff: Staff; onlineAt: string },
): Promise<void> {
  const verifier = await makeVerifier(await devicePepper(setting.kept), known);
  await setting.kept.put(verifierKey(known.userName), verifier);
  await new LockOut(setting.kept).succeeded(nameKey(known.userName));
}

async function offlineSignIn(setting: SignInSetting, credentials: Credentials): Promise<SignInOutcome> {
  const name = nameKey(credentials.userName);
  const kept = StaffVerifier.safeParse(await setting.kept.get(verifierKey(credentials.userName)));
  if (!kept.success) return { outcome: 'refused', reason: 'first-sign-in-needs-server' };
  const lockOut = new LockOut(setting.kept);
  const retryAfterMs = await lockOut.remainingMs(name, setting.clock.nowMs());
  if (retryAfterMs > 0) return { outcome: 'locked', retryAfterMs };
  if (!(await passwordFits(await devicePepper(setting.kept), kept.data, credentials.password))) {
    await lockOut.failed(name, setting.clock.nowMs());
    return { outcome: 'refused', reason: 'wrong-credentials' };
  }
  await lockOut.succeeded(name).catch(notKept);
  return standingOf(setting, kept.data);
}

/** The password fits; may the person still work here? */
async function standingOf(setting: SignInSetting, verifier: StaffVerifier): Promise<SignInOutcome> {
  const policy = await setting.policy();
  const offlineMs = setting.clock.nowMs() - Date.parse(verifier.onlineAt);
  if (policy && offlineMs > policy.staffOfflineDays * dayMs) {
    return { outcome: 'refused', reason: 'offline-too-long' };
  }
  const pulled = await setting.staff(verifier.staff.id);
  if (pulled === null || pulled?.active === false) return { outcome: 'refused', reason: 'staff-disabled' };
  return { outcome: 'signed-in', staff: pulled ?? verifier.staff, offline: true };
}

const nameKey = (userName: string): string => userName.toLowerCase();
/** Under this the device keeps by whom it was worked at, by the user's name. */
export const verifiersPrefix = 'verifier ';
const verifierKey = (userName: string): string => `${verifiersPrefix}${nameKey(userName)}`;
