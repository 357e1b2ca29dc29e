// How a page talks to the site: with the token that only its own pages have.

const token = document.querySelector('meta[name="course-token"]').content;
const headers = { 'x-course-token': token };
const firstWaitMs = 500;
const longestWaitMs = 8_000;

/** @returns what the site says about it; '' for nothing. */
export async function askCourse(path, body) {
  const { said = '' } = await askForJson(path, body);
  return said;
}

export async function askForJson(path, body) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const answer = await fetch(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, ...sent });
    return await answer.json();
  } catch {
    return { said: gone };
  }
}

const gone = 'The site does not answer. Is npm start still running? Start it, then load this page again.';

/**
 * Server-sent events by fetch(): EventSource can't send the token.
 * A page that nobody sees lets go of its connection: a browser has six for the whole site.
 */
export function readEvents(path, { onEvent, onTrouble }) {
  let stop = new window.AbortController();
  let waitMs = firstWaitMs;
  const run = async () => {
    stop = new window.AbortController();
    const { signal } = stop;
    try {
      const answer = await fetch(path, { headers, signal });
      if (answer.status === 403) return onTrouble('The site was started anew. Load this page again to go on.');
      if (!answer.ok) throw new Error(String(answer.status));
      waitMs = firstWaitMs;
      onTrouble('');
      await readLines(answer.body, (data) => onEvent(JSON.parse(data)));
      throw new Error('ended');
    } catch {
      if (signal.aborted) return;
      if (waitMs >= longestWaitMs) onTrouble(gone);
      setTimeout(() => !signal.aborted && run(), waitMs);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    }
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stop.abort();
    else if (stop.signal.aborted) void run();
  });
  // The page that comes back by the browser's own Back has no connection any more.
  window.addEventListener('pagehide', () => stop.abort());
  window.addEventListener('pageshow', (event) => event.persisted && stop.signal.aborted && run());
  void run();
}

async function readLines(body, onData) {
  const decoder = new window.TextDecoder();
  let text = '';
  for (const reader = body.getReader(); ;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) if (block.startsWith('data: ')) onData(block.slice(6));
  }
}
