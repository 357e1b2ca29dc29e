import { question } from '@cookie-lessons/question-bank';

export const objectSent = question({
  id: 'object-sent',
  kind: 'single',
  title: 'What a stranger sends',
  section: 'plain-cookies/values-and-limits#objects',
  draw: (draw) => ({ name: draw.word('name', 5), field: draw.word('field', 4), count: draw.integer('count', 2, 99) }),
  ask: ({ name, field, count }) => {
    const json = JSON.stringify({ [field]: count });
    return {
      prompt: `An app with \`app.use(cookieParser())\` has never set a cookie. Somebody sends it this request. What is \`req.cookies.${name}\`?`,
      shown: `curl --cookie '${name}=j:${json}' http://127.0.0.1:3000/`,
      choices: {
        undefined: '`undefined`, as if no cookie had come',
        'text-with-j': `the text \`j:${json}\``,
        'text-without-j': `the text \`${json}\``,
        object: `the object \`${json}\``,
      },
    };
  },
});
