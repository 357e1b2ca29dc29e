import cookieParser from 'cookie-parser';
import express from 'express';

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  void remember(req.cookies);
  res.cookie('seen', '1', { maxAge: 365 * 24 * 60 * 60 * 1000 });
  setTimeout(() => res.send('<h1>Bakery</h1>'), 20);
});

async function remember(cookies: Record<string, string>): Promise<void> {
  await Promise.resolve();
  if (!cookies.seen?.startsWith('1')) throw new RangeError('This cookie is not known.');
}

export default app;
