import { useState } from 'react';
import { mayBeLost } from '../../boot/startup-notices';
import { useLive } from '../../data-context';
import { useKeys } from '../../use-keys';

/**
 * Whether somebody has to look after this machine. Customers are told nothing of why; whoever comes with a keyboard opens
 * what was found, and says to have read it.
 */
export function useStaffNotices(): 'none' | 'there' | 'open' {
  const [isOpen, setIsOpen] = useState(false);
  const notices = useLive('notices', null) ?? [];
  useKeys({ 'Ctrl+Shift+F8': () => setIsOpen(!isOpen) });
  const isThere = notices.some(mayBeLost);
  if (isOpen && !isThere) setIsOpen(false); // what is found later is for whoever comes then
  if (!isThere) return 'none';
  return isOpen ? 'open' : 'there';
}
