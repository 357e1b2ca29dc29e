// Plain cookies beside one session: the apps of the sessions lesson, at work inside the shared page.

import type { Express } from 'express';

import { createLab, type LabSetup } from '../../../../sessions/labs/beside-one-session';
import { createApp as manyApp } from '../../../../sessions/labs/many-cookies-beside-one-session';
import { createApp as oneApp } from '../../../../sessions/labs/one-cookie-beside-one-session';
import type { Lab } from '../lab';
import { createBesideApp } from './create-beside-app';
import { tinOf } from './tin';

export const oneBesideOne: Lab = {
  id: 'one-beside-one',
  title: 'One plain cookie beside one session',
  lessonId: 'sessions',
  page: 'what-is-a-session',
  story:
    'A toy bakery remembers your favourite cookie twice: once as it is, once in a session. Look at both, and say which of them you could change.',
  browserNote: 'Every browser keeps both the same way.',
  createApp: (parts) => createBesideApp(parts, { lab: oneBesideOne, toys: [{ label: 'the favourite', create: oneApp }] }),
};

export const manyBesideOne: Lab = {
  id: 'many-beside-one',
  title: 'Many plain cookies beside one session',
  lessonId: 'sessions',
  page: 'what-is-a-session',
  story:
    'The bakery now remembers every flavour in your tin: a cookie each, or one session for all. Fill the tin until something doesn’t fit.',
  browserNote:
    'The limit of 4,096 bytes for name and value holds in Chromium, Firefox and Safari; how many cookies a host may have differs (Chromium 156: 180).',
  createApp: (parts) =>
    createBesideApp(parts, {
      lab: manyBesideOne,
      toys: [
        { label: 'five flavours', create: manyApp },
        { label: 'forty flavours with recipes', create: tin(40) },
        { label: 'forty-five flavours with recipes', create: tin(45) },
      ],
    }),
};

function tin(flavours: number): (setup: LabSetup) => Express {
  return (setup) => createLab('A tin of cookies', tinOf(flavours), setup);
}
