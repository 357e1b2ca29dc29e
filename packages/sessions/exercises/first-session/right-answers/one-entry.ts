// Everything in one entry that is put in anew each time; answers in JSON, and a longer life for the cookie.
import cookieSession from 'cookie-session';
import express, { type Request, Router } from 'express';
import { z } from 'zod';

const flavours = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'] as const;
const env = z.object({ SECRET_KEY: z.string().min(64) }).parse(process.env);

const visitorSchema = z.object({ name: z.string().optional(), box: z.array(z.enum(flavours)) });
type Visitor = z.infer<typeof visitorSchema>;

function read(req: Request): Visitor {
  const known = visitorSchema.safeParse((req.session as { visitor?: unknown }).visitor);
  return known.success ? known.data : { box: [] };
}
function write(req: Request, visitor: Visitor | undefined): void {
  (req.session as { visitor?: Visitor | undefined }).visitor = visitor;
}

const routes = Router();
routes.get('/', (req, res) => {
  const { name, box } = read(req);
  res.json({ greeting: `Hello, ${name ?? 'stranger'}!`, box: `Your box: ${box.join(', ') || 'empty'}` });
});
routes.post('/name', (req, res) => {
  const { name } = z.object({ name: z.string().regex(/^[A-Za-z]{1,20}$/) }).parse(req.body);
  write(req, { ...read(req), name });
  res.sendStatus(204);
});
routes.post('/box', (req, res) => {
  const { flavour } = z.object({ flavour: z.enum(flavours) }).parse(req.body);
  const visitor = read(req);
  write(req, { ...visitor, box: [...visitor.box, flavour] });
  res.sendStatus(204);
});
routes.post('/forget-name', (req, res) => {
  write(req, { box: read(req).box });
  res.sendStatus(204);
});
routes.post('/forget-all', (req, res) => {
  write(req, undefined);
  res.sendStatus(204);
});

export const app = express();
app.use(express.urlencoded(), cookieSession({ name: 'bakery', secret: env.SECRET_KEY, maxAge: 7 * 24 * 3600 * 1000 }), routes);
