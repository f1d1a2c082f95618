import type { SettleOutcome } from '../../data/settling-api';
import type { Session } from '../sign-in/session';

const shortestNote = 3;

/** What keeps the person who is signed in from settling anything, or null. The server asks its own table again. */
export function hindrance({ staff }: Session, note: string): SettleOutcome | null {
  if (!staff) return { outcome: 'not-saved', reason: 'not-signed-in' };
  if (staff.role !== 'supervisor') return { outcome: 'not-saved', reason: 'not-a-supervisor' };
  return note.trim().length < shortestNote ? { outcome: 'not-saved', reason: 'note-missing' } : null;
}
