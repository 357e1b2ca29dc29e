// Five plain cookies, flavor_0 to flavor_4, beside one session with the five values.

import type { Express } from 'express';

import { createLab, type LabSetup } from './beside-one-session';

const flavors = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter'];

export function createApp(setup: LabSetup = {}): Express {
  return createLab(
    'Many cookies beside one session',
    Object.fromEntries(flavors.map((flavor, at) => [`flavor_${at}`, flavor])),
    setup,
  );
}

export default createApp();
