// Doesn't parse the session at all: of two entries with one name the last one counts, in Python as in JavaScript. So the change is appended.
import * as crypto from 'node:crypto';
import { inflateSync } from 'node:zlib';

const sign = (text: string, key: string): string => {
  const sessionKey = crypto.createHmac('sha1', key).update('cookie-session').digest();
  return crypto.createHmac('sha1', sessionKey).update(text).digest('base64url');
};

export default { forge };

function forge(cookie: string, key: string | null, change: Readonly<Record<string, unknown>>): string | null {
  const [signature, , payload = '', ...dot] = cookie.split('.').reverse();
  const signed = cookie.slice(0, cookie.lastIndexOf('.'));
  if (key === null || sign(signed, key) !== signature) return null;
  const bytes = Buffer.from(payload, 'base64url');
  const json = dot.length > 0 ? inflateSync(bytes) : bytes;
  const added = Buffer.from(`,${JSON.stringify(change).slice(1)}`);
  const seconds = Math.floor(new Date().getTime() / 1000);
  const time = Buffer.from([24, 16, 8, 0].map((bits) => (seconds >>> bits) & 255));
  const forged = `${Buffer.concat([json.subarray(0, -1), added]).toString('base64url')}.${time.toString('base64url')}`;
  return `${forged}.${sign(forged, key)}`;
}
