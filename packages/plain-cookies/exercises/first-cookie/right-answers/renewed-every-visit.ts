// Sets the cookie on every visit, so that the year begins anew each time; createApp instead of a default export.
import cookieParser from 'cookie-parser';
import express from 'express';

export function createApp() {
  const app = express().use(cookieParser());
  app.get('/', ({ cookies }, res) => {
    res.cookie('banner', 'seen', { maxAge: 31_536_000_000, httpOnly: true, sameSite: 'lax', path: '/' });
    const parts = ['<h1>Bakery</h1>'];
    if (!('banner' in cookies)) parts.push('<p>Welcome to the bakery!</p>');
    res.status(200).send([...parts, '<p>Today: chocolate chip.</p>'].join('\n'));
  });
  return app;
}
