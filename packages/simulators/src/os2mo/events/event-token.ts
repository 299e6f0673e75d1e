const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOKEN = new RegExp(`^(${UUID})\\.(${UUID})$`, 'i');

/** What an event token stands for: an event, and the generation of it that was fetched. */
export interface EventToken {
  readonly event: string;
  readonly generation: string;
}

export const writeEventToken = ({ event, generation }: EventToken): string => Buffer.from(`${event}.${generation}`).toString('base64');

/** Null when the text is no token. */
export const readEventToken = (text: string): EventToken | null => {
  const [, event, generation] = TOKEN.exec(Buffer.from(text, 'base64').toString()) ?? [];
  return event === undefined || generation === undefined ? null : { event, generation };
};
