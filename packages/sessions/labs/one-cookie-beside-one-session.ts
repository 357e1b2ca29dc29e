// One plain cookie, fav_cookie, beside one session that holds the same.

import type { Express } from 'express';

import { createLab, type LabSetup } from './beside-one-session';

export function createApp(setup: LabSetup = {}): Express {
  return createLab('One cookie beside one session', { fav_cookie: 'chocolate chip' }, setup);
}

export default createApp();
