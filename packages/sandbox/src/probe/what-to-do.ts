// Why a level was refused, and what the person at the machine can do about it.

import type { Level } from '../box';

interface Advice {
  readonly when: RegExp;
  readonly say: string;
}

const forBwrap: readonly Advice[] = [
  {
    when: /bwrap: not found/,
    say: 'Install bubblewrap: `sudo apt-get install bubblewrap` on Debian and Ubuntu, `sudo dnf install bubblewrap` on Fedora.',
  },
  {
    when: /setting up uid map: Permission denied|RTM_NEWADDR/,
    say: 'Ubuntu 24.04 and later keep user namespaces from programs without an AppArmor profile. Give bubblewrap one (`userns,` in /etc/apparmor.d/bwrap), or, on a machine used for nothing else, `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`.',
  },
  {
    when: /Can't mount proc/,
    say: '/proc is masked here, as in containers. Use level landlock, or run the grader outside the container.',
  },
  {
    when: /No permissions to create (a )?new namespace|Operation not permitted/i,
    say: "A container's seccomp filter refuses namespaces. Level landlock works there; or run the grader outside the container.",
  },
  {
    when: /No space left on device|ENOSPC|max_user_namespaces/,
    say: 'This machine allows no user namespaces: `sudo sysctl -w user.max_user_namespaces=15000`.',
  },
];

const forLandlock: readonly Advice[] = [
  { when: /python3: not found/, say: 'Install Python 3.9 or later: `sudo apt-get install python3`.' },
  {
    when: /Landlock is not available/,
    say: 'The kernel has no Landlock (Linux 5.13 or later, `landlock` in /sys/kernel/security/lsm). Use level bwrap.',
  },
  {
    when: /readable by every user/,
    say: 'Run the grader as an ordinary user, or put Node and TMPDIR where every user may read them.',
  },
];

const forBoth: readonly Advice[] = [
  { when: /no system call filter for/, say: 'Boxes at this level exist for x86-64 and arm64.' },
  {
    when: /system call filter was refused/,
    say: 'The kernel takes no seccomp filter here (CONFIG_SECCOMP_FILTER, or an outer sandbox that keeps it away). Run the grader outside of it.',
  },
  {
    when: /a program inside was tried out/,
    say: 'This level does not keep here what it promises. Do not grade with it; report the sentence above.',
  },
];

const otherSystems: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin:
    'macOS has neither namespaces nor Landlock. Grade inside a Linux virtual machine; your own work can be checked at level process.',
  win32:
    'Windows has neither namespaces nor Landlock. Grade inside WSL 2 (https://learn.microsoft.com/windows/wsl); your own work can be checked at level process.',
};

/** @param cause what went wrong, e.g. what bubblewrap printed. @returns one or two sentences. */
export function whatToDo(level: Level, cause: string, platform: NodeJS.Platform = process.platform): string {
  const other = otherSystems[platform];
  if (other !== undefined) return other;
  const advice = [...forBoth, ...(level === 'bwrap' ? forBwrap : level === 'landlock' ? forLandlock : [])];
  return (
    advice.find(({ when }) => when.test(cause))?.say ?? 'Run the same command again; if it stays so, report the cause above.'
  );
}
