// Does its own work well enough for nobody, and leaves Node itself changed for the exercise after it.
import crypto from 'node:crypto';
import { EventEmitter } from 'node:events';
import http from 'node:http';
import { setInterval as ticks } from 'node:timers';

export default (_req: any, res: any) => {
  res.end('nothing');
  ticks(() => {
    throw new Error('left over');
  }, 200);
  (http as any).ServerResponse.prototype.setHeader = function () {
    return this;
  };
  (crypto as any).createHash = () => ({ update: () => ({ digest: () => 'x' }) });
  (EventEmitter.prototype as any).once = EventEmitter.prototype.on;
  (Date.prototype as any).toUTCString = () => 'never';
};
