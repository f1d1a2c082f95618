/** The names of change counters: what a device pulls is cut along them. */
export type Scope = `office:${string}` | `device:${string}` | 'policy' | 'staff';

export const officeScope = (officeId: string): Scope => `office:${officeId}`;
export const deviceScope = (deviceId: string): Scope => `device:${deviceId}`;
