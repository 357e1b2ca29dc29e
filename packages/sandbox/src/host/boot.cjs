// Starts the host from its bundle and V8's cache of the compiled code. Copied beside both; with `--make-cache` it writes that cache.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const file = path.join(__dirname, 'host.js');
const cacheFile = path.join(__dirname, 'host.cache');
const source = fs.readFileSync(file, 'latin1');
const makeCache = process.argv[2] === '--make-cache';
const cachedData = !makeCache && fs.existsSync(cacheFile) ? fs.readFileSync(cacheFile) : undefined;
// A name without a folder: it stands in every stack, and V8's cache keeps the one that it was made with.
const script = new vm.Script(source, { filename: 'host.js', cachedData });
const module_ = { exports: {} };
const readTable = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, name), 'utf8'));
// What the bundle left outside: Node's own modules, and tables that lie beside it.
const requireOutside = (name) => (name.endsWith('.json') ? readTable(name) : require(name));
script.runInThisContext()(requireOutside, module_, module_.exports, file, __dirname);
if (makeCache) {
  module_.exports.exercise().then(() => {
    fs.writeFileSync(cacheFile, script.createCachedData());
    process.exit(0);
  });
} else {
  // A socket that listens already, or the name to listen at where none can be handed down.
  module_.exports.startHost(process.argv[2] === '--listen' ? { path: process.argv[3] } : { fd: 3 });
}
