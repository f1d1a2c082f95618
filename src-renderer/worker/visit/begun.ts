import { endVisit, signOut } from './end-visit';
import { type OpenVisit, tokensOf } from './visit';
import type { VisitDesk } from './visit-desk';

/** @returns false when whoever asked has left meanwhile: then the server ends what it gave them */
export function begun(desk: VisitDesk, endings: number, visit: OpenVisit): boolean {
  if (desk.visit.endings !== endings) {
    signOut(desk, tokensOf(visit));
    return false;
  }
  endVisit(desk); // of whoever stood there before
  desk.visit.begin(visit);
  return true;
}
