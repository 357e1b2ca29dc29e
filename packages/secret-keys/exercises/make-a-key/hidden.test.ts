import { checksFor } from '@cookie-lessons/check-kit';

import { demandRefused, guessed, missing, notWritten, tooShort } from './bad-keys';
import { styleOf } from './written-keys';

const { check } = checksFor('secret-keys/make-a-key');

check('drawn-values', async (context) => {
  const { draw } = context;
  const style = await styleOf(context);
  const bad = [...missing(draw), ...tooShort(draw, style), ...notWritten(draw, style), ...guessed(draw, style)];
  const environments = ['production', 'test', draw.word('environment')];
  const drawn = draw.shuffle('order', bad).map((each, index) => ({
    ...each,
    env: { NODE_ENV: environments[index % environments.length], ...each.env },
  }));
  await demandRefused(context, style, drawn);
});
