import { type Channel, type ChannelArgs, type ChannelResult, channels } from '../shared/ipc/channels';

/** `secret:load` is `loadSecret` to the page; the application itself goes without saying: `app:quit` is `quit`. */
type MethodName<C extends Channel> = C extends `app:${infer Verb}`
  ? Verb
  : C extends `${infer Noun}:${infer Verb}`
    ? `${Verb}${Capitalize<Noun>}`
    : never;

export type ChannelBridge = {
  [C in Channel as MethodName<C>]: (...args: ChannelArgs<C>) => Promise<ChannelResult<C>>;
};

export type Invoke = (channel: Channel, ...args: unknown[]) => Promise<unknown>;

/** A method for each channel of the map: the page gets these and nothing of Electron. */
export function makeBridge(invoke: Invoke): ChannelBridge {
  const methods = Object.keys(channels).map((name) => {
    const channel = name as Channel;
    return [methodName(channel), (...args: unknown[]) => invoke(channel, ...args)] as const;
  });
  return Object.fromEntries(methods) as ChannelBridge;
}

function methodName(channel: Channel): string {
  const [noun = '', verb = ''] = channel.split(':');
  return noun === 'app' ? verb : `${verb}${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}
