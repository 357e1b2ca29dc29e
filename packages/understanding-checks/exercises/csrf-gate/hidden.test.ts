import { checksFor } from '@cookie-lessons/check-kit';

import { at, forge, giveHonestly, look, mustNotWork, openBank, own, ownFields } from './a-customer';

const { check } = checksFor('understanding-checks/csrf-gate');

// Mallory is a customer, too, and owns a page next door: she can set cookies there for the whole domain.
check(
  'foreign-tokens',
  async (context) => {
    const open = openBank(context, own);
    const [ada, mallory] = [await open('Ada'), await open('Mallory')];
    const fields = await ownFields(mallory, '/gift');
    await giveHonestly(context, ada, { site: 'same-origin', origin: own });
    const tossed = mallory.cookies().filter(({ name }) => !/^__(host|host-http)-/i.test(name));
    const cookies = ['', ...tossed.map(({ name, value }) => `${name}=${value}`)];
    for (const [page, says] of [
      ['https://elsewhere.test/', { site: 'cross-site', origin: 'https://elsewhere.test' }],
      ['https://blog.example.test/', { site: 'same-site', origin: 'https://blog.example.test' }],
    ] as const) {
      // Only a neighbour can set cookies for this host.
      for (const planted of says.site === 'same-site' ? cookies : ['']) {
        const before = await look(ada);
        await forge(context, ada, { page, says, fields, cookies: planted });
        const { balance } = await look(ada);
        const name = planted.slice(0, planted.indexOf('='));
        mustNotWork(
          context,
          balance !== before.balance,
          planted === '' ? (Object.keys(fields).length === 0 ? 'anybody-may' : 'token-for-everybody') : 'tossed-cookie',
          `A page at ${page} made Ada's browser send a gift with the hidden fields of Mallory's own form${planted === '' ? '' : `, after it had planted Mallory's cookie "${name}"`}. It was made.`,
        );
      }
    }
  },
  at(own),
);

check(
  'login-too',
  async (context) => {
    const open = openBank(context, own);
    const [ada, mallory] = [await open(), await open()];
    const fields = { ...(await ownFields(mallory, '/login')), customer: 'Mallory' };
    for (const [from, site] of [
      ['https://elsewhere.test', 'cross-site'],
      ['https://blog.example.test', 'same-site'],
    ] as const) {
      const headers = { 'sec-fetch-site': site, origin: from };
      const initiator = { kind: 'form', from: `${from}/` } as const;
      await ada.post('/login', { form: fields, headers, initiator, follow: false });
      const { customer } = await look(ada);
      mustNotWork(
        context,
        customer !== null,
        'login-needs-no-gate',
        `A page at ${from}/ sent the login form for a visitor, and now the visitor is logged in as ${customer}.`,
      );
    }
    await giveHonestly(context, await open('Ada'), { site: 'same-origin', origin: own });
  },
  at(own),
);
