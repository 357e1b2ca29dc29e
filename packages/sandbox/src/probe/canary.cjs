// Runs inside a box that is being probed and tries to break each promise. Answers over the box's own socket.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const { spawnSync } = require('node:child_process');

const succeeds = (attempt) => {
  try {
    return attempt() !== false;
  } catch {
    return false;
  }
};

http
  .createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += chunk));
    req.on('end', () => {
      const { secretFile, port, parent } = JSON.parse(body);
      const broken = [];
      if (succeeds(() => fs.readFileSync(secretFile))) broken.push('it can read files of the grader');
      if (succeeds(() => fs.readFileSync(`/proc/${parent}/environ`))) broken.push("it can read the grader's environment");
      if (succeeds(() => process.kill(parent, 0)) && parent !== process.pid && !isOwnNamespace())
        broken.push('it can send signals to the grader');
      if (spawnSync(process.execPath, ['-e', '0']).status === 0) broken.push('it can start processes');
      if (succeeds(() => fs.writeFileSync(`${__dirname}/planted`, 'x'))) broken.push('it can write outside its own folder');
      if (Object.keys(process.env).some((name) => !['PATH', 'HOME', 'PWD', 'OPENSSL_CONF', 'LC_CTYPE'].includes(name)))
        broken.push('it has an environment');
      const socket = net.connect({ host: '127.0.0.1', port, timeout: 500 });
      const finish = (connected) => {
        socket.destroy();
        if (connected) broken.push("it can reach the grader's network");
        res.end(JSON.stringify({ broken }));
      };
      socket
        .once('connect', () => finish(true))
        .once('error', () => finish(false))
        .once('timeout', () => finish(false));
    });
  })
  .listen(process.argv[2] === '--listen' ? { path: process.argv[3] } : { fd: 3 });
process.stdin.on('end', () => process.exit()).resume();

/** In a process namespace of its own the grader's number is nobody's, or one of the box's. */
function isOwnNamespace() {
  return process.pid < 10;
}
