import type { FilePort } from './file-port';
import { type DecodedFile, decodeLines, joined } from './journal-line';

const lineFeed = 10;

interface Tail {
  bytes: Uint8Array;
  at: number;
}

/**
 * One file of a journal: where it ends, and whether that end is sure. A flush that failed, or that never came because the
 * process ended, leaves a medium of which reading tells nothing (a page that was not written may be read all the same and
 * be gone after a power cut): before anything is built upon it, it is written again and flushed.
 */
export class JournalFile {
  readonly #port: FilePort;
  #size = 0;
  #cleanEnd = true;
  #unsure = false;
  #tail: Tail | null = null;

  constructor(port: FilePort) {
    this.#port = port;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  async hasRoom(bytes: number): Promise<boolean> {
    return (await this.#port.hasRoom?.(bytes)) ?? true;
  }

  async read(): Promise<DecodedFile> {
    const bytes = await this.#port.readAll();
    this.#size = bytes.length;
    this.#cleanEnd = bytes.length === 0 || bytes.at(-1) === lineFeed;
    this.#unsure ||= bytes.length > 0;
    const at = this.#cleanEnd ? bytes.lastIndexOf(lineFeed, -2) + 1 : bytes.length;
    this.#tail = { bytes: bytes.slice(at), at };
    return decodeLines(bytes);
  }

  /** Makes the end sure, where it is not: every line before the last one was, when the last one was written. */
  async settle(): Promise<void> {
    if (!this.#unsure) return;
    if (this.#tail && this.#tail.bytes.length > 0) await this.#port.write(this.#tail.bytes, this.#tail.at);
    await this.#port.truncate(this.#size);
    await this.#port.flush();
    this.#unsure = false;
    this.#tail = null;
  }

  /** All of the file, and not only its end. */
  async settleWhole(): Promise<void> {
    const bytes = await this.#port.readAll();
    this.#tail = { bytes: bytes.subarray(0, this.#size), at: 0 };
    this.#unsure = true;
    await this.settle();
  }

  /** All of the lines, flushed, or an error and the file as it was. A torn end stays, closed off, as evidence. */
  async append(lines: Uint8Array): Promise<void> {
    await this.settle();
    const bytes = this.#cleanEnd ? lines : joined([Uint8Array.of(lineFeed), lines]);
    await this.#written(() => this.#port.write(bytes, this.#size));
    this.#size += bytes.length;
    this.#cleanEnd = true;
  }

  /** Of an empty file: the content, flushed, or an error and the file empty. */
  async fill(content: Uint8Array): Promise<void> {
    await this.#written(async () => {
      await this.#port.write(content, 0);
      await this.#port.truncate(content.length);
    });
    this.#size = content.length;
    this.#cleanEnd = true;
  }

  async clear(): Promise<void> {
    await this.#port.truncate(0);
    this.#size = 0;
    this.#cleanEnd = true;
    this.#tail = null;
    await this.#port.flush();
    this.#unsure = false;
  }

  async #written(write: () => void | Promise<void>): Promise<void> {
    try {
      await write();
      await this.#port.flush();
    } catch (error) {
      this.#unsure = true;
      await this.settle().catch(() => undefined); // what cannot be taken back now is so before the next line
      throw error;
    }
  }
}
