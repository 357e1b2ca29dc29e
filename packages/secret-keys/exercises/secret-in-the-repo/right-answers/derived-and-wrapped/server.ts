// A key of its own for each purpose, wrapped so that it can't be printed by mistake; sessions signed by hand, name included.
import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const given = process.env.SESSION_KEY ?? '';
const fingerprint = createHash('sha256').update(given).digest();
const burnt = Buffer.from('acead197dee5b7fb9f70b99ba0b25a041b05415c1b72f53b455acd754ee17710', 'hex');
if (given.length === 0 || fingerprint.equals(burnt)) throw new TypeError('Set SESSION_KEY, to a key that nobody has seen.');

const key = createSecretKey(Buffer.from(hkdfSync('sha256', given, '', 'customer 1', 32)));
console.log('Key:', key);
const tag = (text: string) => createHmac('sha256', key).update(text).digest();

function customerOf(header = ''): string | null {
  const [, name = '', hex = ''] = /(?:^|; )who=([A-Za-z]+)\.([0-9a-f]{64})(?:;|$)/.exec(header) ?? [];
  return hex !== '' && timingSafeEqual(Buffer.from(hex, 'hex'), tag(name)) ? name : null;
}

export default createServer((req, res) => {
  if (req.method === 'GET' && req.url === '/client.js')
    return void res
      .setHeader('content-type', 'text/javascript')
      .end(`document.title = ${JSON.stringify(process.env.SHOP_NAME ?? '')};`);
  if (req.method === 'GET' && req.url === '/') {
    const name = customerOf(req.headers.cookie);
    return void res.setHeader('content-type', 'text/html').end(name ? `<p>Logged in: ${name}</p>` : '<p>Nobody is logged in</p>');
  }
  if (req.method !== 'POST' || req.url !== '/login') return void res.writeHead(404).end('Not here.');
  let body = '';
  req.setEncoding('utf8').on('data', (part: string) => (body = (body + part).slice(0, 1_000)));
  req.on('end', () => {
    const name = new URLSearchParams(body).get('customer') ?? '';
    if (!/^[A-Za-z]{1,20}$/.test(name)) return void res.writeHead(400).end('Who are you?');
    res
      .writeHead(303, { location: '/', 'set-cookie': `who=${name}.${tag(name).toString('hex')}; HttpOnly; SameSite=Lax; Path=/` })
      .end();
  });
});
