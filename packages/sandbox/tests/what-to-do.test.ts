// What a person is told when a level does not hold: the usual causes, as the programs concerned really word them.

import { describe, expect, test } from '@jest/globals';

import type { Level } from '../src/index';
import { whatToDo } from '../src/probe/what-to-do';

interface Case {
  readonly where: string;
  readonly level: Level;
  /** As printed. */
  readonly cause: string;
  readonly says: RegExp;
}

const causes: readonly Case[] = [
  {
    where: 'Ubuntu 24.04',
    level: 'bwrap',
    cause: 'bwrap: setting up uid map: Permission denied',
    says: /apparmor_restrict_unprivileged_userns=0/,
  },
  {
    where: 'Ubuntu 24.04, another step',
    level: 'bwrap',
    cause: 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted',
    says: /AppArmor profile/,
  },
  {
    where: 'Docker, its own seccomp filter',
    level: 'bwrap',
    cause:
      'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.',
    says: /Level landlock/,
  },
  {
    where: 'Docker, as older bubblewraps put it',
    level: 'bwrap',
    cause: 'bwrap: Creating new namespace failed: Operation not permitted',
    says: /Level landlock/,
  },
  {
    where: 'no user namespaces',
    level: 'bwrap',
    cause: 'bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)',
    says: /user\.max_user_namespaces/,
  },
  {
    where: 'a masked /proc',
    level: 'bwrap',
    cause: "bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
    says: /\/proc is masked/,
  },
  { where: 'no bubblewrap', level: 'bwrap', cause: 'bwrap: not found', says: /apt-get install bubblewrap/ },
  { where: 'another processor', level: 'bwrap', cause: 'no system call filter for riscv64', says: /x86-64 and arm64/ },
  {
    where: 'another processor',
    level: 'landlock',
    cause: 'landlock: no system call filter for riscv64',
    says: /x86-64 and arm64/,
  },
  { where: 'no Python', level: 'landlock', cause: 'python3: not found', says: /apt-get install python3/ },
  {
    where: 'a kernel without Landlock',
    level: 'landlock',
    cause: 'landlock: Landlock is not available here: Function not implemented',
    says: /Linux 5\.13/,
  },
  {
    where: 'Landlock switched off',
    level: 'landlock',
    cause: 'landlock: Landlock is not available here: Operation not supported',
    says: /Linux 5\.13/,
  },
  {
    where: 'seccomp refused',
    level: 'landlock',
    cause: 'landlock: the system call filter was refused: Invalid argument',
    says: /seccomp/,
  },
  {
    where: 'root with Node in its own home',
    level: 'landlock',
    cause: '/root/.nvm/node and /tmp/x must be readable by every user when the grader runs as root',
    says: /ordinary user/,
  },
];

describe('whatToDo', () => {
  test.each(causes)('$where ($level): $cause', ({ level, cause, says }) => {
    expect(whatToDo(level, cause, 'linux')).toMatch(says);
  });

  test.each<[NodeJS.Platform, RegExp]>([
    ['darwin', /Linux virtual machine/],
    ['win32', /WSL 2/],
  ])('on %s, whatever the cause', (platform, says) => {
    for (const level of ['bwrap', 'landlock', 'process'] as const)
      expect(whatToDo(level, 'bwrap: not found', platform)).toMatch(says);
  });

  test('a cause that nobody has seen is to be reported', () => {
    expect(whatToDo('bwrap', 'bwrap: something new', 'linux')).toMatch(/report the cause/);
  });

  test('a level that is broken by a program inside it is not explained away', () => {
    expect(whatToDo('bwrap', 'a program inside was tried out, and it can start processes', 'linux')).toMatch(/Do not grade/);
  });
});
