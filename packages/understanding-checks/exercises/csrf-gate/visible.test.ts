import { type Browser, type CheckContext, checksFor, demand, plainText } from '@cookie-lessons/check-kit';

import {
  at,
  forge,
  giveHonestly,
  inWords,
  look,
  mustNotWork,
  mustWork,
  openBank,
  own,
  ownWithPort,
  type Says,
} from './a-customer';

const { check } = checksFor('understanding-checks/csrf-gate');

interface Attack {
  readonly page: string;
  readonly says: Says;
  readonly misconception: string;
}

check(
  'other-sites',
  async (context) => {
    const { draw } = context;
    const evil = `https://${draw.word('evil')}.test`;
    const honest = { site: 'same-origin', origin: own };
    await stops(context, own, honest, [
      { page: `${evil}/`, says: { site: 'cross-site', origin: evil }, misconception: 'anybody-may' },
      { page: `${evil}/`, says: { site: 'cross-site', origin: evil, referer: `${evil}/` }, misconception: 'anybody-may' },
    ]);
  },
  at(own),
);

check(
  'neighbours',
  async (context) => {
    const { draw } = context;
    const honest = { site: 'same-origin', origin: ownWithPort };
    const neighbours = [
      `https://${draw.word('blog')}.example.test`,
      'https://example.test',
      `https://bank.example.test:${draw.integer('port', 1024, 8000)}`,
      `https://${draw.word('below')}.bank.example.test`,
    ];
    await stops(
      context,
      ownWithPort,
      honest,
      neighbours.map((origin) => ({ page: `${origin}/`, says: { site: 'same-site', origin }, misconception: 'neighbours-may' })),
    );
  },
  at(ownWithPort),
);

check(
  'look-alikes',
  async (context) => {
    const { draw } = context;
    const word = draw.word('evil');
    const origins = [
      `${own}.${word}.test`,
      `${own}:${draw.integer('port', 1024, 65_000)}`,
      `https://${word}bank.example.test`,
      'http://bank.example.test',
      `https://${word}.test`,
    ];
    const inItsAddress = `https://${word}.test/?${own}/`;
    await stops(context, own, { origin: own, referer: `${own}/` }, [
      { page: inItsAddress, says: { origin: `https://${word}.test`, referer: inItsAddress }, misconception: 'referer-includes' },
      ...origins.map((origin) => ({
        page: `${origin}/`,
        says: { origin, referer: `${origin}/` },
        misconception: 'compares-a-part',
      })),
    ]);
  },
  at(own),
);

check(
  'null-origin',
  async (context) => {
    const evil = `https://${context.draw.word('evil')}.test`;
    await stops(context, own, { site: 'same-origin', origin: 'null' }, [
      { page: `${evil}/`, says: { site: 'cross-site', origin: 'null' }, misconception: 'null-is-ours' },
      { page: `${evil}/`, says: { origin: 'null' }, misconception: 'null-is-ours' },
      { page: `${evil}/`, says: { site: 'cross-site' }, misconception: 'anybody-may' },
    ]);
  },
  at(own),
);

check(
  'visits',
  async (context) => {
    const { draw } = context;
    const open = openBank(context, own);
    const evil = `https://${draw.word('evil')}.test/`;
    const ada = await open('Ada');
    const before = await look(ada);
    const visits = [
      ['followed a link on another site', { kind: 'link', from: evil }],
      ['came from a bookmark', { kind: 'typed' }],
      ["looks at a partner's page with the bank in a frame", { kind: 'iframe', from: evil }],
    ] as const;
    for (const [how, initiator] of visits) {
      const { status, text } = await ada.get('/', { initiator });
      mustWork(
        context,
        status < 400 && before.balance !== null && plainText(text).includes(before.balance),
        `Ada is logged in and ${how}. GET / should show ${before.balance}. It answered ${status}, without it.`,
      );
    }
    const { status } = await (await open()).get('/', { initiator: { kind: 'link', from: evil } });
    mustWork(context, status < 400, `A stranger followed a link to the bank, and GET / answered ${status}.`);
    for (const method of ['GET', 'HEAD'] as const) {
      for (const [how, initiator] of [
        ['A link on another site', { kind: 'link', from: evil }],
        ['An image on another site', { kind: 'image', from: evil }],
        ['A link on a page of the bank', { kind: 'link', from: `${own}/` }],
        ['An address that was typed', { kind: 'typed' }],
      ] as const) {
        const answer = await ada.request(method, `/gift?to=Mallory&cents=${draw.integer('cents', 100, 900)}`, {
          initiator,
          follow: false,
        });
        demand(answer.status < 500, `${method} /gift broke with status ${answer.status}.`);
        const after = await look(ada);
        mustNotWork(
          context,
          after.balance !== before.balance,
          'a-link-is-enough',
          `${how} caused ${method} /gift?to=Mallory…, and Ada's balance went from ${before.balance} to ${after.balance}.`,
        );
      }
    }
    await giveHonestly(context, ada, { site: 'same-origin', origin: own });
  },
  at(own),
);

/** The honest form first, then each attack, and the honest form once more. */
async function stops(context: CheckContext, origin: string, honest: Says, attacks: readonly Attack[]): Promise<void> {
  const ada = await openBank(context, origin)('Ada');
  await giveHonestly(context, ada, honest);
  for (const { page, says, misconception } of attacks) {
    const before = await look(ada);
    const status = await forge(context, ada, { page, says });
    const after = await look(ada);
    const isGone = after.balance !== before.balance;
    if (isGone && status >= 400) context.explain('says-no-afterwards', () => true);
    if (isGone && says.site === undefined) context.explain('old-browsers-may', () => isOpenToOldBrowsers(context, ada));
    mustNotWork(
      context,
      isGone,
      misconception,
      `A page at ${page} made Ada's browser send a gift, with ${inWords(says)}. It was made (POST /gift answered ${status}).`,
    );
  }
  await giveHonestly(context, ada, honest);
}

/** Does anybody get in without Sec-Fetch-Site, and not with it? */
async function isOpenToOldBrowsers(context: CheckContext, ada: Browser): Promise<boolean> {
  const origin = 'https://nobody.test';
  const works: boolean[] = [];
  for (const says of [{ origin }, { origin, site: 'cross-site' }]) {
    const before = await look(ada);
    await forge(context, ada, { page: `${origin}/`, says, fields: { cents: '1' } });
    works.push((await look(ada)).balance !== before.balance);
  }
  return works[0] === true && works[1] === false;
}
