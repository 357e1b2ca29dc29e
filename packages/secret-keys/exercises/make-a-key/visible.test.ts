import { checksFor, demand } from '@cookie-lessons/check-kit';

import { demandRefused, guessed, missing, notWritten, tooShort } from './bad-keys';
import type * as harness from './harness/many';
import { demandKeys } from './drawn-keys';
import { demandSilence } from './told-nobody';
import { bytesOf, describe, loadHonestly, styleOf, write } from './written-keys';

const { check } = checksFor('secret-keys/make-a-key');

check('thirty-two-bytes', async (context) => {
  await demandKeys(context);
});

check(
  'nobody-can-compute',
  async ({ functions, explain, reload }) => {
    const { generateMany } = functions<typeof harness>();
    const keysAfter = async (options?: Parameters<typeof reload>[0]): Promise<readonly unknown[]> => {
      if (options) await reload(options);
      return generateMany(20);
    };
    const first = await keysAfter();
    demand(
      first.every((key) => typeof key === 'string' && key !== ''),
      'generateKey should return a text.',
    );
    const common = async (options: Parameters<typeof reload>[0]): Promise<boolean> => {
      const again = new Set(await keysAfter(options));
      return first.some((key) => again.has(key));
    };
    // Everything a key can be computed from is as it was; only the last detector is left for a key that never changes.
    const isComputed = await common({});
    explain('math-random', async () => isComputed && !(await common({ pinnedRandom: 0.73 })));
    explain('from-the-clock', async () => isComputed && !(await common({ nowMs: 1_800_000_000_000 })));
    explain('one-key-for-all', () => new Set(first).size === 1);
    demand(!isComputed, 'Started again at the same time, and with the same Math.random, generateKey made the same keys again.');
    demand(new Set(first).size === first.length, `Of ${first.length} keys from generateKey, some are equal.`);
  },
  { pinnedRandom: 0.37, nowMs: 1_790_000_000_000 },
);

check('takes-a-good-key', async (context) => {
  const { draw, explain, functions, reload } = context;
  const style = await styleOf(context);
  const good = (label: string): string => write(bytesOf(draw, label, style.length), style);
  const [given, ofTheProcess] = [good('given'), good('of the process')];
  await reload({ env: { SESSION_KEY: ofTheProcess } });
  explain('reads-process-env', async () => (await functions<typeof harness>().loadMany([{}]))[0]?.returned === ofTheProcess);
  const around = ['\n', '\r\n', ' ', '\t\n'];
  const loaded = await loadHonestly(
    context,
    given,
    around.flatMap((space) => [{ SESSION_KEY: `${given}${space}` }, { SESSION_KEY: `${space}${given}`, NODE_ENV: 'production' }]),
  );
  const wrong = loaded.find(({ returned }) => returned !== given);
  explain('keeps-the-newline', () => wrong !== undefined);
  demand(
    wrong === undefined,
    `With white space around it, the key should be returned without, but loadKey ${wrong?.threw === undefined ? `returned ${describe(wrong?.returned)} instead of ${given.length}` : 'threw'}.`,
  );
  const keys = (await functions<typeof harness>().generateMany(3)) as string[];
  const own = await functions<typeof harness>().loadMany(keys.map((key) => ({ SESSION_KEY: key })));
  const refused = own.findIndex(({ returned }, index) => returned !== keys[index] || typeof returned !== 'string');
  demand(
    refused < 0,
    `What generateKey made, loadKey should return, but it ${own[refused]?.threw === undefined ? `returned ${describe(own[refused]?.returned)}` : 'threw'}.`,
  );
});

check('no-key-no-start', async (context) => {
  await demandRefused(context, await styleOf(context), missing(context.draw));
});

check('counts-bytes', async (context) => {
  const style = await styleOf(context);
  await demandRefused(context, style, tooShort(context.draw, style));
});

check('written-throughout', async (context) => {
  const style = await styleOf(context);
  await demandRefused(context, style, notWritten(context.draw, style));
});

check('anybody-could-try', async (context) => {
  const style = await styleOf(context);
  await demandRefused(context, style, guessed(context.draw, style));
});

check('tells-nobody', async (context) => {
  const style = await styleOf(context);
  await demandSilence(context, style);
});
