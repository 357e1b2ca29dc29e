import { question } from '@cookie-lessons/question-bank';

export const maxAgeWritten = question({
  id: 'max-age-written',
  kind: 'predict',
  title: 'How long, in which unit',
  section: 'plain-cookies/lifetime-and-deletion#milliseconds-here-seconds-there',
  draw: (draw) => ({ name: draw.word('name', 5), value: draw.word('value', 4), hours: draw.integer('hours', 2, 9) }),
  ask: ({ name, value, hours }) => {
    const seconds = hours * 60 * 60;
    const kept = Math.floor(seconds / 1000);
    return {
      prompt: `Which header does this line of Express 5 send? (${hours} * 60 * 60 is ${seconds}; the date is left out.)`,
      shown: `res.cookie('${name}', '${value}', { maxAge: ${hours} * 60 * 60 });`,
      choices: {
        'thousandth-and-date': `\`Set-Cookie: ${name}=${value}; Max-Age=${kept}; Path=/; Expires=…\``,
        'same-and-date': `\`Set-Cookie: ${name}=${value}; Max-Age=${seconds}; Path=/; Expires=…\``,
        thousandth: `\`Set-Cookie: ${name}=${value}; Max-Age=${kept}; Path=/\``,
        date: `\`Set-Cookie: ${name}=${value}; Path=/; Expires=…\``,
      },
    };
  },
});
