import type { ChannelResult } from './channels';
import type { PrintJob, PrintOutcome } from './print';

/**
 * What a page may ask of the machine it runs on. One implementation is Electron's preload, the other the browser's own:
 * the renderer never asks which.
 */
export interface KioskBridge {
  describeMachine(): Promise<ChannelResult<'machine:describe'>>;
  loadSecret(): Promise<string | null>;
  saveSecret(secret: string): Promise<void>;
  /** Prints what the page shows for print (`@media print`). Never rejects for want of a printer: the outcome says it. */
  printSlip(job: PrintJob): Promise<PrintOutcome>;
  quit(): Promise<void>;
}

/** The name under which the preload shows the bridge to the page. */
export const bridgeName = 'ghiseu';

/** The window message by which the preload hands the page the journal's port, for its data worker. */
export const journalPortMessage = 'ghiseu:journal-port';
