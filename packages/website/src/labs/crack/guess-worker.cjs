// Guesses the key of one Flask session, in a thread of its own: first our list, then a moment of nothing but measuring.

const { createHmac, timingSafeEqual } = require('node:crypto');
const { parentPort, workerData } = require('node:worker_threads');

const { cookie, words, measureMs } = workerData;
const cut = cookie.lastIndexOf('.');
const signed = cookie.slice(0, cut);
const signature = Buffer.from(cookie.slice(cut + 1), 'base64url');

/** Flask derives a key for this purpose from the secret one, then signs payload and time with it. */
function fits(word) {
  const derived = createHmac('sha1', word).update('cookie-session').digest();
  const made = createHmac('sha1', derived).update(signed).digest();
  return made.length === signature.length && timingSafeEqual(made, signature);
}

const found = words.findIndex(fits);
const started = process.hrtime.bigint();
const until = started + BigInt(measureMs) * 1_000_000n;
let guesses = 0;
while (process.hrtime.bigint() < until) for (let at = 0; at < 200; at++) fits(`guess ${guesses++}`);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
parentPort.postMessage({
  word: found < 0 ? null : words[found],
  tried: found < 0 ? words.length : found + 1,
  guessesPerSecond: Math.round(guesses / seconds),
});
