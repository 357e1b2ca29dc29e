// The repository this grader stands in.

import { join } from 'node:path';

export const repositoryRoot = join(__dirname, '..', '..', '..', '..');
