import { EventEmitter, once } from 'node:events';

export async function decode(cookie: string): Promise<unknown> {
  const reader = new EventEmitter();
  const [data] = (await once(reader, 'data')) as [string];
  reader.emit('data', cookie);
  return JSON.parse(data);
}
