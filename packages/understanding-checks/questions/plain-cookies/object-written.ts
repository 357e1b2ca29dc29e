import { question } from '@cookie-lessons/question-bank';

export const objectWritten = question({
  id: 'object-written',
  kind: 'predict',
  title: 'An object as a value',
  section: 'plain-cookies/values-and-limits#objects',
  draw: (draw) => ({ name: draw.word('name', 5), field: draw.word('field', 4), count: draw.integer('count', 2, 99) }),
  ask: ({ name, field, count }) => {
    const json = JSON.stringify({ [field]: count });
    return {
      prompt: 'Which value does this line of Express 5 give the cookie? (Percent-decoded, so that it can be read.)',
      shown: `res.cookie('${name}', { ${field}: ${count} });`,
      choices: {
        'object-object': '`[object Object]`',
        json: `\`${json}\``,
        'j-json': `\`j:${json}\``,
        base64: `\`${Buffer.from(json).toString('base64')}\``,
      },
    };
  },
});
