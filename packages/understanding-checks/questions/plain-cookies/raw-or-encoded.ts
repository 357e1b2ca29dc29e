import { question } from '@cookie-lessons/question-bank';

export const rawOrEncoded = question({
  id: 'raw-or-encoded',
  kind: 'predict',
  title: 'What Express writes',
  section: 'plain-cookies/set-and-read',
  draw: (draw) => ({
    name: draw.word('name', 5),
    dollars: draw.integer('dollars', 11, 99),
    cents: draw.integer('cents', 10, 99),
  }),
  ask: ({ name, dollars, cents }) => ({
    prompt: 'Which header does this line of Express 5 send?',
    shown: `res.cookie('${name}', '$${dollars}.${cents}');`,
    choices: {
      encoded: `\`Set-Cookie: ${name}=%24${dollars}.${cents}; Path=/\``,
      raw: `\`Set-Cookie: ${name}=$${dollars}.${cents}; Path=/\``,
      'http-only': `\`Set-Cookie: ${name}=%24${dollars}.${cents}; Path=/; HttpOnly\``,
      bare: `\`Set-Cookie: ${name}=%24${dollars}.${cents}\``,
    },
  }),
});
