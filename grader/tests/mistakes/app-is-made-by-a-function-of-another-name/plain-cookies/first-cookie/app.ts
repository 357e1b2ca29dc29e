import cookieParser from 'cookie-parser';
import express from 'express';

export function makeApp() {
  const app = express();
  app.use(cookieParser());
  app.get('/', (_req, res) => void res.send('Bakery'));
  return app;
}
