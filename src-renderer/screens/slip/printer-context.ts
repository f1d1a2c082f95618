import { createContext, useContext } from 'react';
import type { KioskBridge } from '../../../shared/ipc/kiosk-bridge';

/** What screens ask of the machine they run on: to print what they show for print. */
export type Printer = Pick<KioskBridge, 'printSlip'>;

const PrinterContext = createContext<Printer | null>(null);
export const PrinterProvider = PrinterContext.Provider;

export function usePrinter(): Printer {
  const printer = useContext(PrinterContext);
  if (!printer) throw new Error('a screen was shown outside PrinterProvider');
  return printer;
}
