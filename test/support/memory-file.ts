import type { FilePort } from '../../shared/journal/file-port';

/** A file in memory that can be made to fail, and whose content survives the journal that wrote it. */
export class MemoryFile implements FilePort {
  bytes = new Uint8Array();
  /** Thrown by the next flush, once. */
  failNextFlush: Error | null = null;
  /** Called with each of the medium's events, in order. */
  onEvent: (event: 'write' | 'flush') => void = () => undefined;

  /** Free bytes that are left, as the medium tells them. */
  free = Number.POSITIVE_INFINITY;

  hasRoom(bytes: number): boolean {
    return bytes <= this.free;
  }

  readAll(): Uint8Array {
    return this.bytes.slice();
  }

  write(bytes: Uint8Array, at: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length, at + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, at);
    this.bytes = grown;
    this.onEvent('write');
  }

  flush(): void {
    const error = this.failNextFlush;
    this.failNextFlush = null;
    if (error) throw error;
    this.onEvent('flush');
  }

  truncate(size: number): void {
    this.bytes = this.bytes.slice(0, size);
  }
}
