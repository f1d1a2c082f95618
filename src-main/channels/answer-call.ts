import { type Channel, type ChannelArgs, type ChannelResult, channels } from '../../shared/ipc/channels';
import { isOwnPage } from '../page/own-page';

/** One handler for each channel of the map, with the channel's own types. */
export type ChannelHandlers = {
  [C in Channel]: (...args: ChannelArgs<C>) => ChannelResult<C> | Promise<ChannelResult<C>>;
};

/** The frame a message came from; null when it is gone. */
export interface SenderFrame {
  url: string;
  parent: unknown;
}

/** Who is it, what is it, then work. @throws Error when it is not our own page's top frame, or the arguments do not fit */
export async function answerCall<C extends Channel>(
  handlers: ChannelHandlers,
  call: { channel: C; sender: SenderFrame | null; args: unknown[] },
): Promise<ChannelResult<C>> {
  const { channel, sender, args } = call;
  if (!sender || sender.parent !== null || !isOwnPage(sender.url)) {
    throw new Error(`${channel} is for this application’s own page only.`);
  }
  const parsed = channels[channel].args.safeParse(args);
  if (!parsed.success) throw new Error(`${channel} was called with other arguments than it takes.`);
  return handlers[channel](...(parsed.data as ChannelArgs<C>));
}
