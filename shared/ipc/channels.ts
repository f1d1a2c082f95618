import { z } from 'zod';
import { PrintJob, PrintOutcome } from './print';

/**
 * Every request the renderer may make of the main process, written once: the preload, the handlers and the renderer's
 * bridge derive from this map. The journal has its own message port (`journal-messages.ts`).
 */
export const channels = {
  'machine:describe': { args: z.tuple([]), result: z.object({ bootId: z.string(), uptimeMs: z.number() }) },
  'secret:load': { args: z.tuple([]), result: z.string().nullable() },
  'secret:save': { args: z.tuple([z.string().max(10_000)]), result: z.void() },
  'slip:print': { args: z.tuple([PrintJob]), result: PrintOutcome }, // what the calling page shows for print
  'app:quit': { args: z.tuple([]), result: z.void() },
} as const satisfies ChannelMap;

export type ChannelMap = Record<string, { args: z.ZodType<unknown[]>; result: z.ZodType }>;
export type Channel = keyof typeof channels;
export type ChannelArgs<C extends Channel> = z.infer<(typeof channels)[C]['args']>;
export type ChannelResult<C extends Channel> = z.infer<(typeof channels)[C]['result']>;
