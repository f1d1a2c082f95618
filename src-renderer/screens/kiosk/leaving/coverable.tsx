import { createContext, type ReactNode, useContext } from 'react';

const CoveredContext = createContext(false);

/** Whether a question stands in front of what asks this. */
export const useIsCovered = (): boolean => useContext(CoveredContext);

/** Everything that a question may stand in front of: as long as one does, it can be neither touched nor heard. */
export function Coverable({ covered, children }: { covered: boolean; children: ReactNode }) {
  const around = useIsCovered();
  return (
    <CoveredContext value={around || covered}>
      <div style={{ display: 'contents' }} inert={covered}>
        {children}
      </div>
    </CoveredContext>
  );
}
