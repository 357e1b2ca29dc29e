// Loads one TypeScript program with ts-node and listens for it. Started by `npm run serve`.
'use strict';
const http = require('node:http');
const { join } = require('node:path');

const root = join(__dirname, '..', '..', '..', '..');
require('ts-node').register({
  swc: true,
  cwd: root,
  project: join(root, 'tsconfig.base.json'),
  compilerOptions: { target: 'es2022' },
  ignore: ['/node_modules/'],
});

const file = process.argv[2];
const port = Number(process.env.PORT);
let listens = false;
const listen = http.Server.prototype.listen;
// A program that listens itself gets the address that was printed, whichever port it names.
http.Server.prototype.listen = function (...args) {
  listens = true;
  const callback = args.find((argument) => typeof argument === 'function');
  return listen.call(this, port, '127.0.0.1', callback);
};

try {
  const exported = require(file);
  // As in the box: a default export that is called createApp makes the app, any other is it.
  const makesIt = exported.default?.name === 'createApp' ? exported.default : undefined;
  const app =
    [makesIt ? undefined : exported.default, exported.app, typeof exported === 'function' ? exported : undefined].find(
      (candidate) => typeof candidate === 'function',
    ) ?? (makesIt ?? exported.createApp)?.();
  if (!listens && typeof app === 'function') http.createServer(app).listen(port);
  else if (!listens)
    console.error('Your program exports no app: end it with `export default app;`. It is tried again when you save.');
} catch (error) {
  console.error(
    String(error?.stack ?? error)
      .split('\n')
      .filter((line) => !/node_modules|node:internal/.test(line))
      .join('\n'),
  );
  console.error('Your program did not start (see above). It is tried again when you save.');
}
// Nothing to serve yet: wait for the next save.
setInterval(() => {}, 1 << 30);
