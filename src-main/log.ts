import { join } from 'node:path';
import log from 'electron-log/node';

const fiveMegabytes = 5 * 2 ** 20;

/** The main process's log. It names what happened, never what a submission or a secret holds. */
export { log };

/** Writes to `folder`/main.log, and there also what nobody caught. */
export function setUpLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = fiveMegabytes;
  log.errorHandler.startCatching({ showDialog: false });
}
