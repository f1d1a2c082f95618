import type { Staff } from '../../shared/model/staff';

export interface SignInApi {
  signIn(userName: string, password: string): Promise<SignInOutcome>;
  signOut(): Promise<void>;
}

export type SignInOutcome =
  | { outcome: 'signed-in'; staff: Staff; offline: boolean }
  | {
      outcome: 'refused';
      reason: 'wrong-credentials' | 'staff-disabled' | 'first-sign-in-needs-server' | 'offline-too-long';
    }
  | { outcome: 'locked'; retryAfterMs: number };
