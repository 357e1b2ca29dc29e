import { question } from '@cookie-lessons/question-bank';

export const secondsKept = question({
  id: 'seconds-kept',
  kind: 'number',
  title: 'From Flask to Express',
  section: 'plain-cookies/lifetime-and-deletion#milliseconds-here-seconds-there',
  draw: (draw) => ({
    name: draw.word('name', 5),
    value: draw.word('value', 4),
    days: draw.pick('days', [5, 10, 15, 20, 25, 30, 35, 40]),
  }),
  ask: ({ name, value, days }) => {
    const number = days * 24 * 60 * 60;
    return {
      prompt: `A line of Flask that keeps a cookie for ${days} days was translated into Express 5. For how many seconds does a browser keep the cookie that the line of Express sets?`,
      shown: [
        '# Flask',
        `response.set_cookie('${name}', '${value}', max_age=${number})`,
        '',
        '// Express',
        `res.cookie('${name}', '${value}', { maxAge: ${number} });`,
      ].join('\n'),
      unit: 'seconds',
    };
  },
});
