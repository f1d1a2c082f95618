import type { Staff } from '../../shared/model/staff';

/** Who works at the demo's utility. The passwords are printed at each start: they guard nothing. */
export const demoStaff: readonly (Omit<Staff, 'active'> & { password: string })[] = [
  { id: 'staff-maria', userName: 'maria', displayName: 'Maria Popa', role: 'clerk', password: 'contor-1' },
  { id: 'staff-ion', userName: 'ion', displayName: 'Ion Crișan', role: 'clerk', password: 'contor-2' },
  {
    id: 'staff-elena',
    userName: 'elena',
    displayName: 'Elena Szabó',
    role: 'supervisor',
    password: 'contor-3',
  },
  { id: 'staff-it', userName: 'it', displayName: 'Serviciul IT', role: 'it', password: 'contor-4' },
];
