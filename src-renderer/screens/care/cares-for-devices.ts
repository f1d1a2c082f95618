import type { Staff } from '../../../shared/model/staff';

/** Whose menu has the device page. Who may import is asked of the server again. */
export const caresForDevices = ({ role }: Pick<Staff, 'role'>): boolean => role !== 'clerk';
