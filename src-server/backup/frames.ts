import type { Readable } from 'node:stream';

/*
 * A backup file is gzip over frames: a letter, the length in four bytes, the content. `G` opens the file and names the
 * format, `T` begins a table (JSON), `R` carries some of its rows as they came, `M` is the manifest and the end.
 */
export type FrameKind = 'G' | 'T' | 'R' | 'M';

export interface Frame {
  kind: FrameKind;
  content: Buffer;
}

const headBytes = 5;
const largestFrame = 2 ** 28;

export function frameHead(kind: FrameKind, bytes: number): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bytes, 1);
  return head;
}

export function frame(kind: FrameKind, content: string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([frameHead(kind, bytes.length), bytes]);
}

/** The frames of a stream. @throws Error when it is no such stream, or ends within a frame */
export async function* framesOf(stream: Readable): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = held.length === 0 ? (chunk as Buffer) : Buffer.concat([held, chunk as Buffer]);
    let at = 0;
    for (let end = endOfFrame(held, at); end <= held.length; end = endOfFrame(held, at)) {
      yield { kind: kindOf(held, at), content: held.subarray(at + headBytes, end) };
      at = end;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new Error('The file ends in the middle of something.');
}

/** Where the frame at a place ends; infinite while not even its head is there. */
function endOfFrame(bytes: Buffer, at: number): number {
  if (bytes.length < at + headBytes) return Number.POSITIVE_INFINITY;
  kindOf(bytes, at);
  const length = bytes.readUInt32BE(at + 1);
  if (length > largestFrame) throw new Error('A part of the file is larger than any that we write.');
  return at + headBytes + length;
}

function kindOf(bytes: Buffer, at: number): FrameKind {
  const kind = String.fromCharCode(bytes[at] ?? 0);
  if (kind !== 'G' && kind !== 'T' && kind !== 'R' && kind !== 'M')
    throw new Error('A part of the file is of no kind that we know.');
  return kind;
}
