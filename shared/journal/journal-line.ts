import { Submission } from '../model/submission';
import { crc32 } from './crc32';

/*
 * One line a submission: eight hex digits of CRC-32, a space, the submission as JSON, a line feed. JSON has no raw line
 * feeds, so a line is whole or it is not; what does not check is set aside, never guessed at.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeLine(submission: Submission): Uint8Array {
  const json = JSON.stringify(submission);
  return encoder.encode(`${crc32(encoder.encode(json))} ${json}\n`);
}

export interface DecodedJournal {
  submissions: Submission[];
  /** Lines that were torn or damaged, as they are. */
  setAside: string[];
}

export function decodeLines(bytes: Uint8Array): DecodedJournal {
  const decoded: DecodedJournal = { submissions: [], setAside: [] };
  for (const line of decoder.decode(bytes).split('\n')) {
    if (line === '') continue;
    const submission = decodeLine(line);
    if (submission) decoded.submissions.push(submission);
    else decoded.setAside.push(line);
  }
  return decoded;
}

function decodeLine(line: string): Submission | null {
  const json = line.slice(9);
  if (line[8] !== ' ' || crc32(encoder.encode(json)) !== line.slice(0, 8)) return null;
  const parsed = Submission.safeParse(parsedJson(json));
  return parsed.success ? parsed.data : null;
}

/** A checksum that fits is no proof of JSON: that of no bytes at all is eight zeros. */
function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
