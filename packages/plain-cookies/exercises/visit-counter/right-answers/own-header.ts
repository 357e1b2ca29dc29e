import http from 'node:http';

http
  .createServer((req, res) => {
    const told = /(?:^|; )n=([^;]*)/.exec(req.headers.cookie ?? '')?.[1] ?? '';
    const before = parseInt(told, 10);
    const visits = String(before) === told && before >= 0 && before <= 1_000_000 ? before + 1 : 1;
    res.setHeader('Set-Cookie', `n=${visits}; Max-Age=31536000`);
    res.end(`Visits: ${visits}`);
  })
  .listen(Number(process.env.PORT ?? 3000));
