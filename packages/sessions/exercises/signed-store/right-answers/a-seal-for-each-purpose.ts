// No cookie-parser: an HMAC of its own with a hyphen before it, a key for each cookie, greetings on the server.
import { createHmac, randomBytes } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, Router } from 'express';

const passwords = new Map([
  ['ada', 'analytical'],
  ['bela', 'bluebeard'],
  ['carla', 'carousel'],
  ['dario', 'dolomites'],
]);

class Seal {
  private readonly key: Buffer;

  constructor(
    private readonly name: string,
    storeKey: string,
  ) {
    this.key = createHmac('sha256', storeKey).update(`cookie ${name}`).digest();
  }

  signature(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('hex');
  }

  put(res: Response, text: string): void {
    res.cookie(this.name, `${text}-${this.signature(text)}`, { httpOnly: true, sameSite: 'strict' });
  }

  /** @returns the text that this seal has signed, else undefined. */
  take(req: Request): string | undefined {
    const pairs = (req.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(`${this.name}=`))?.slice(this.name.length + 1) ?? '';
    const [text = ''] = value.split('-', 1);
    return value === `${text}-${this.signature(text)}` ? text : undefined;
  }
}

const { STORE_KEY } = process.env;
if (!STORE_KEY?.length) throw new TypeError('The store needs a STORE_KEY.');

const customerSeal = new Seal('who', STORE_KEY);
const visitorSeal = new Seal('visitor', STORE_KEY);
const greetings = new Map<string | undefined, string>();
const books = new Map<string | undefined, string[]>([...passwords.keys()].map((name) => [name, []]));

const bookOf = (req: Request): string[] => books.get(customerSeal.take(req)) ?? [];
const onlyCustomers = (req: Request, res: Response, next: NextFunction): void => {
  if (books.has(customerSeal.take(req))) next();
  else res.status(403).json({ error: 'Please log in.' });
};

const store = Router();
store.use(express.urlencoded({ extended: false }));

store.get('/', (req, res) => {
  const customer = customerSeal.take(req) ?? 'nobody';
  const greeting = greetings.get(visitorSeal.take(req)) ?? 'none';
  res.set('Content-Type', 'text/plain; charset=utf-8').send(`Greeting: ${greeting}\nCustomer: ${customer}\n`);
});

store.post('/login', ({ body = {} }, res) => {
  const { name, password } = body;
  const expected = passwords.get(name);
  if (expected === undefined || expected !== password) return void res.status(401).json({ error: 'No such customer.' });
  customerSeal.put(res, name);
  res.status(204).end();
});

store.post('/greeting', (req, res) => {
  const visitor = visitorSeal.take(req) ?? randomBytes(16).toString('hex');
  greetings.set(visitor, String(req.body?.text ?? ''));
  visitorSeal.put(res, visitor);
  res.status(204).end();
});

store
  .route('/orders')
  .all(onlyCustomers)
  .get((req, res) => void res.json(bookOf(req)))
  .post((req, res) => {
    bookOf(req).push(String(req.body?.article));
    res.status(201).json(bookOf(req));
  });

export default express().use(store);
