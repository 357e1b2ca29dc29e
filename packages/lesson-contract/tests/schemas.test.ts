import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { jsonSchemas } from '../src/json-schemas';

const folder = join(__dirname, '..', 'schemas');

test('the schemas for editors are those of the parsers (else: npm run schemas in packages/lesson-contract)', () => {
  const committed = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  expect(committed).toEqual(new Map(jsonSchemas()));
});
