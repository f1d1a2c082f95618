import { z } from 'zod';
import { Id, Instant } from '../model/primitives';
import { Device } from './device';

/** `POST /sync/office-devices`: a supervisor at a counter looks after the devices of the counter's offices. */
export const OfficeDevicesRequest = z.object({ staffId: Id });

const Seq = z.int().positive();

/** One device, and what of it has arrived. */
export const OfficeDevice = Device.extend({
  lastContactAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  submissions: z.int().nonnegative(), // received from it
  /** `deviceSeq` ranges, both ends included, that never arrived although a later number did. */
  missing: z.array(z.tuple([Seq, Seq])),
  notRecorded: z.array(Seq), // arrived, and could not be recorded
});
export type OfficeDevice = z.infer<typeof OfficeDevice>;

export const OfficeDevicesResponse = z.object({ devices: z.array(OfficeDevice), serverTime: Instant });
