// Hex in capitals, as some manuals print it; loadKey throws what Node's assert throws, with messages that hold no value.
import assert from 'node:assert';
import crypto from 'node:crypto';

const pairs = /^(?:[0-9A-F]{2}){32,}$/;

function generateKey() {
  return crypto.randomBytes(40).toString('hex').toUpperCase();
}

function loadKey(env: Record<string, string | undefined>) {
  const [key] = (env.SESSION_KEY ?? '').match(/\S(?:.*\S)?/s) ?? [];
  assert.ok(key, 'Set SESSION_KEY.');
  assert.ok(pairs.test(key), 'SESSION_KEY: at least 64 capital hex digits.');
  assert.ok(!/^(..)\1+$/.test(key), 'SESSION_KEY: the same byte again and again.');
  assert.ok(key !== burnt, 'SESSION_KEY: burnt.');
  return key;
}

const burnt = '5E884898DA28047151D0E56F8DC6292773603D0D6AABBDD62A11EF721D1542D8';
module.exports = { generateKey, loadKey };
