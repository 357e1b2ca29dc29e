// Reads a session in the page, a step at a time: split, base64url, inflate, JSON, time. Nothing is sent anywhere.

const mostBytes = 262144;
const box = document.querySelector('[data-pasted]');
const button = document.querySelector('[data-read]');
const list = document.querySelector('[data-reading]');

button.disabled = false;
button.addEventListener('click', async () => {
  list.replaceChildren();
  try {
    await read(box.value.trim().replace(/^session=/, ''));
  } catch (error) {
    told('Stopped', error.message, 'stopped');
  }
});

async function read(value) {
  if (value === '') throw new Error('The box is empty.');
  const compressed = value.startsWith('.');
  const parts = (compressed ? value.slice(1) : value).split('.');
  if (parts.length !== 3)
    throw new Error(
      `Flask's session has three parts with dots between them: payload, time, signature. This has ${parts.length}, so it is something else.`,
    );
  const [payload, time, signature] = parts;
  told('Split at the dots', `payload ${payload}\ntime ${time}\nsignature ${signature}`);
  let bytes = bytesOf(payload, 'payload');
  told('Payload: undo base64url', compressed ? `${bytes.length} bytes, compressed (the dot in front says so)` : textOf(bytes));
  if (compressed) {
    bytes = await inflated(bytes);
    told('Inflate', textOf(bytes));
  }
  told('Parse the JSON', JSON.stringify(parsed(textOf(bytes)), null, 2));
  const seconds = bytesOf(time, 'time').reduce((sum, byte) => sum * 256 + byte, 0);
  const date = new Date(seconds * 1000);
  told('Time', `${seconds} seconds since 1970: ${Number.isNaN(date.getTime()) ? 'beyond all calendars' : date.toISOString()}`);
  told(
    'Signature',
    `${bytesOf(signature, 'signature').length} bytes. To check it, or to make another, you would need the key. To read, you didn't.`,
  );
}

function told(title, text, kind = '') {
  const item = document.createElement('li');
  item.className = kind;
  const name = document.createElement('strong');
  name.textContent = title;
  const shown = document.createElement('pre');
  shown.tabIndex = 0;
  shown.textContent = text;
  item.append(name, shown);
  list.append(item);
}

function bytesOf(text, what) {
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) throw new Error(`The ${what} has characters that base64url doesn't have.`);
  try {
    const binary = atob(text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new Error(`The ${what} is cut off: base64url can't have this length.`);
  }
}

/** A few bytes can stand for gigabytes: no more than mostBytes are taken out. */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error("The payload begins with a dot, but it isn't zlib data.");
    });
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new Error(`It inflates to more than ${mostBytes} bytes. No session is that large.`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('The payload is no text.');
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`That is no JSON: ${text.slice(0, 200)}`);
  }
}
