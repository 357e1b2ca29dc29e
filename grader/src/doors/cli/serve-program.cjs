// Loads one TypeScript program with ts-node and listens for it. Started by `npm run serve`.
'use strict';
// Whoever started it is gone: nobody could end it any more.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches everybody at the terminal; whoever started this program ends it.
process.on('SIGINT', () => {});
const http = require('node:http');

require('../../../register-typescript.cjs');

const file = process.argv[2];
const port = Number(process.env.PORT);
let listens = false;
const listen = http.Server.prototype.listen;
// A program that listens itself gets the address that was printed, whichever port it names.
http.Server.prototype.listen = function (...args) {
  if (listens) {
    console.error(
      `Your program listens more than once. It is served at http://127.0.0.1:${port}/ alone: take the other listen out.`,
    );
    return this;
  }
  listens = true;
  // Else an app's own callback would be told of it, and say that all is well.
  this.prependOnceListener('error', endWithoutPort);
  const callback = args.find((argument) => typeof argument === 'function');
  this.once('listening', () => process.send?.('ready', () => {}));
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
  else if (!listens) giveUp('Your program exports no app: end it with `export default app;`. It is tried again when you save.');
} catch (error) {
  console.error(
    String(error?.stack ?? error)
      .split('\n')
      .filter((line) => !/node_modules|node:internal/.test(line))
      .join('\n'),
  );
  giveUp('Your program did not start (see above). It is tried again when you save.');
}

/** Somebody took the port in the moment since it was found free. */
function endWithoutPort(error) {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use: another program listens there. End that one, or choose another port with --port, e.g. --port ${port + 1}.`
      : `Your program can't listen on port ${port}: ${error.message}`,
  );
  process.exit(1);
}

function giveUp(why) {
  console.error(why);
  process.send?.('ready', () => {});
}
// Nothing to serve yet: wait for the next save.
setInterval(() => {}, 1 << 30);
