// A real terminal to type into and to read from, without anybody sitting there: tmux, with a server of its own.

import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const pauseMs = 100;
let opened = 0;

/** @returns whether there is a tmux. */
export function hasTmux() {
  return spawnSync('tmux', ['-V']).status === 0;
}

/** @param size `{ columns, rows }` @param env beside this process's own. Close it, or its shell stays. */
export function openTerminal({ columns, rows, cwd, env = {} }) {
  const socket = `course-${process.pid}-${++opened}`;
  const tmux = (...args) => {
    const { status, stdout, stderr } = spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], {
      cwd: '/',
      encoding: 'utf8',
      env: { ...ofAPerson(process.env), ...env, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
    return stdout;
  };
  tmux('new-session', '-d', '-s', 'it', '-x', String(columns), '-y', String(rows), '-c', cwd, "PS1='$ ' bash --norc --noprofile");
  const screen = () => tmux('capture-pane', '-t', 'it', '-p');
  const about = (format) => tmux('display-message', '-t', 'it', '-p', format).trim();
  return {
    screen,
    /** With its colours, as escape sequences. */
    coloured: () => tmux('capture-pane', '-t', 'it', '-p', '-e'),
    type: (text) => tmux('send-keys', '-t', 'it', '-l', text),
    /** By tmux's names: `Enter`, `C-c`, `Down`. */
    press: (...keys) => tmux('send-keys', '-t', 'it', ...keys),
    resize: (width, height) => tmux('resize-window', '-t', 'it', '-x', String(width), '-y', String(height)),
    shellPid: () => Number(about('#{pane_pid}')),
    isCursorShown: () => about('#{cursor_flag}') === '1',
    isOnOwnScreen: () => about('#{alternate_on}') === '1',
    /** Waits until the screen shows it. @param wanted a string, a regular expression, or a function of the screen. */
    async until(wanted, withinMs = 120_000) {
      const shows = typeof wanted === 'function' ? wanted : (text) => (wanted.test ? wanted.test(text) : text.includes(wanted));
      for (const end = Date.now() + withinMs; !shows(screen());) {
        if (Date.now() > end) throw new Error(`The terminal never showed ${wanted}. It shows:\n${screen()}`);
        await wait(pauseMs);
      }
      return screen();
    },
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
}

/** Whoever sits at a terminal has none of what npm, pnpm and a CI tell the scripts they run. */
function ofAPerson(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:p?npm_.*|CI|NO_COLOR|FORCE_COLOR)$/i.test(name)));
}
