// Starts the host from its bundle and V8's cache of the compiled code. Copied beside both; with `--make-cache` it writes that cache.
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const makeCache = process.argv[2] === '--make-cache';
const bundles = new Map();
const beside = (name) => join(__dirname, name);
const cacheOf = (name) => beside(name.replace('.js', '.cache'));

/** @returns what the bundle of this name exports; it is run once, for all who ask. */
function load(name) {
  const known = bundles.get(name);
  if (known) return known.module.exports;
  const source = readFileSync(beside(name), 'latin1');
  const cachedData = makeCache ? undefined : readFileSync(cacheOf(name));
  // A name without a folder: it stands in every stack, and V8's cache keeps the one that it was made with.
  const script = new Script(source, { filename: name, cachedData });
  const module = { exports: {} };
  bundles.set(name, { script, module });
  script.runInThisContext()(requireOutside, module, module.exports, beside(name), __dirname);
  return module.exports;
}

/** What a bundle left outside: tables and packages that lie beside it, and Node's own modules. */
function requireOutside(name) {
  if (name.endsWith('.json')) return JSON.parse(readFileSync(beside(name), 'utf8'));
  return name.startsWith('./') ? load(name.slice(2)) : require(name);
}

const host = load('host.js');
if (makeCache) {
  host.exercise().then(() => {
    for (const [name, { script }] of bundles) writeFileSync(cacheOf(name), script.createCachedData());
    process.exit(0);
  });
} else {
  // A socket that listens already, or the name to listen at where none can be handed down.
  host.startHost(process.argv[2] === '--listen' ? { path: process.argv[3] } : { fd: 3 });
}
