// How index.html looks, on a screen, in the dark and on paper.

export const reportStyle = `
:root { color-scheme: light dark; --ink: #1c2230; --soft: #5b6478; --paper: #fbfaf7; --card: #fff; --line: #e2dfd6; --good: #1f7a4d; --bad: #b3261e; --accent: #9a5b13; --track: #ece8dd; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #a5a093; --paper: #16171b; --card: #1f2126; --line: #34363d; --good: #6fcf97; --bad: #ff8a80; --accent: #e0a458; --track: #33353b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.9rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
header p, .who, small { color: var(--soft); }
small { font-weight: 400; font-size: .82rem; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .2em; }
.stamp { background: var(--bad); color: #fff; font-weight: 700; padding: .75rem 1rem; border-radius: .4rem; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; }
.figures div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1.1rem; min-width: 8rem; }
.figures dt { color: var(--soft); font-size: .85rem; } .figures dd { margin: 0; font-size: 1.6rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .5rem .9rem; border-top: 1px solid var(--line); vertical-align: middle; }
thead th { border-top: 0; } tbody th { font-weight: 550; min-width: 10rem; } td:nth-child(-n + 4) { white-space: nowrap; }
thead button { all: unset; cursor: pointer; color: var(--soft); font-size: .85rem; font-weight: 600; } thead button:focus-visible { outline: 2px solid var(--accent); }
th[aria-sort=ascending] button::after { content: " ↑"; } th[aria-sort=descending] button::after { content: " ↓"; }
.bar { display: inline-block; width: 7rem; margin-right: .5rem; } .meter { display: block; width: 100%; height: .55rem; }
.track { fill: var(--track); } .fill { fill: var(--good); } .misconceptions .fill { fill: var(--accent); }
.bad { color: var(--bad); }
.misconceptions { list-style: none; padding: 0; display: grid; gap: .75rem; }
.misconceptions li { display: flex; gap: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1.1rem; } .misconceptions li > div:last-child { flex: 1; min-width: 0; }
.misconceptions p { margin: .2rem 0 .5rem; } .count { font-size: 1.6rem; font-weight: 650; min-width: 2.2rem; color: var(--accent); }
details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: .5rem 0; padding: 0 1.1rem; } details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; display: flex; justify-content: space-between; gap: 1rem; padding: .7rem 0; } .name { font-weight: 600; }
.exercise { border-top: 1px solid var(--line); padding: .8rem 0 .2rem; }
.checks { list-style: none; padding: 0; margin: 0; } .checks li { display: flex; gap: .6rem; padding: .2rem 0; }
.mark { font-weight: 700; width: 1.1rem; flex: none; } .passed .mark { color: var(--good); } .failed .mark { color: var(--bad); } .not-run .mark { color: var(--soft); }
.why { margin: .15rem 0 .4rem; padding-left: .8rem; border-left: 3px solid var(--bad); overflow-wrap: anywhere; } .notes { color: var(--accent); margin: .2rem 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; } details { break-inside: avoid; } }
`;
