import { Submission } from '../model/submission';
import { decodeChecked, encodeChecked, linesOf } from './checked-line';

/** One line a submission. */
export const encodeLine = (submission: Submission): Uint8Array => encodeChecked(submission);

export interface DecodedJournal {
  submissions: Submission[];
  /** Lines that were torn or damaged, as they are. */
  setAside: string[];
}

export function decodeLines(bytes: Uint8Array): DecodedJournal {
  const decoded: DecodedJournal = { submissions: [], setAside: [] };
  for (const line of linesOf(bytes)) {
    const parsed = Submission.safeParse(decodeChecked(line));
    if (parsed.success) decoded.submissions.push(parsed.data);
    else decoded.setAside.push(line);
  }
  return decoded;
}
