import { type SlipFacts, slipOf } from '../../../shared/slip/slip';
import { useWords } from '../../text/use-words';
import { SlipSheet } from './slip-sheet';
import { usePrint } from './use-print';

/** Prints the slip of something recorded, in the language of the screen. */
export function usePrintSlip(facts: SlipFacts) {
  const { language } = useWords();
  return usePrint('slip', (sheet) => <SlipSheet slip={slipOf(facts, language)} sheet={sheet} />);
}
