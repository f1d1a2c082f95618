import { checkNewPassword } from '../../../shared/customer/form-rules';
import type { Finding } from '../../../shared/metering/finding';
import { type PasswordChangeRequest, PasswordChangeResponse } from '../../../shared/sync/customer';
import { routes } from '../../../shared/sync/routes';
import type { PasswordEntry, PasswordOutcome } from '../../data/visit-api';
import { policyFor } from '../reading/policies';
import { ExchangeError } from '../sync/exchange-error';
import { plainPassword } from './codes';
import { leastPassword } from './registration';
import { openSession, sessionIsOver } from './session-token';
import { asked, lockedBy, type VisitDesk } from './visit-desk';

/** Asks the server for another password: online only, by a customer who signed in. */
export async function changePassword(desk: VisitDesk, entry: PasswordEntry): Promise<PasswordOutcome> {
  const accountId = desk.visit.open?.accountId ?? null;
  const proof = accountId === null ? null : openSession(desk, accountId);
  if (accountId === null || !proof) return { outcome: 'visit-over' };
  const findings = await findingsOn(desk, entry);
  if (findings.length > 0) return { outcome: 'blocked', findings };
  const body: PasswordChangeRequest = {
    token: proof.token,
    oldPassword: plainPassword(entry.oldPassword),
    newPassword: plainPassword(entry.password),
  };
  const answer = await asked(desk, { path: routes.customerPassword, body, reply: PasswordChangeResponse });
  if (!(answer instanceof ExchangeError)) {
    if (openSession(desk, accountId)?.token === proof.token)
      desk.visit.learn(accountId, { endsAt: answer.endsAt });
    return { outcome: 'changed' };
  }
  if (answer.code === 'visit-over') sessionIsOver(desk, accountId);
  return refusalBy(answer);
}

async function findingsOn(desk: VisitDesk, { oldPassword, ...typed }: PasswordEntry): Promise<Finding[]> {
  const policy = await policyFor(desk.local, desk.clock.now());
  const password = plainPassword(typed.password);
  const passwordAgain = plainPassword(typed.passwordAgain);
  const least = policy?.passwordLength ?? leastPassword;
  return [
    ...(oldPassword === '' ? [{ code: 'field-missing' as const, field: 'oldPassword' as const }] : []),
    ...checkNewPassword({ password, passwordAgain, least }),
  ];
}

function refusalBy(error: ExchangeError): PasswordOutcome {
  const { code } = error;
  if (code === 'wrong-credentials' || code === 'bad-request') return { outcome: 'wrong' };
  if (code === 'visit-over') return { outcome: code };
  return lockedBy(error) ?? { outcome: 'offline' };
}
