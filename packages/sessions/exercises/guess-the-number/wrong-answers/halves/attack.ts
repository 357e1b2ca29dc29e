// Caught by: wins-at-once, knows-when-it-failed, any-game
// Misconception: tries-numbers
// Six guesses are there, and halving wins with them for sure.
type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  let answer = await fetch(`${baseUrl}/games`, { method: 'POST' });
  let [low, high] = [1, 50];
  while (low <= high) {
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const number = Math.floor((low + high) / 2);
    answer = await fetch(`${baseUrl}/guess`, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ number: String(number) }) });
    const said = await answer.text();
    if (said.includes('You win')) return number;
    if (said.includes('Too low')) low = number + 1;
    else high = number - 1;
  }
  return null;
}
