// What pnpm reports (`--reporter=ndjson`, one object a line), condensed to what a person wants to know while waiting.

const steps = {
  resolving: 'Looking for the package manager (pnpm) …',
  fetching: 'Fetching packages …',
  linking: 'Putting the packages in their places …',
};

export class PnpmProgress {
  #step = steps.resolving;
  #counts = { resolved: 0, fetched: 0, found_in_store: 0, imported: 0 };
  #rest = '';
  #problems = [];
  #other = [];

  /** @param text as it comes, whole lines or not. @returns what is news even where nothing can be written over. */
  read(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    return lines.flatMap((line) => this.#readLine(line) ?? []);
  }

  /** The step it is at, and how far. */
  now() {
    const { resolved, fetched, found_in_store: found, imported } = this.#counts;
    if (this.#step === steps.fetching && fetched + found < resolved)
      return `Fetching packages: ${fetched + found} of ${resolved} …`;
    if (this.#step === steps.fetching && resolved > 0) return `Unpacking packages: ${imported} of ${resolved} …`;
    return this.#step;
  }

  /** After a failure: what pnpm called wrong; where it called nothing so, all it said that isn't progress. */
  whatWentWrong() {
    return (this.#problems.length > 0 ? this.#problems : [...this.#other, this.#rest]).filter(Boolean).join('\n');
  }

  #readLine(line) {
    const report = parsed(line);
    if (report === null) return void this.#other.push(line);
    if (report.name === 'pnpm:progress' && report.status in this.#counts) return void this.#counts[report.status]++;
    if (report.name === 'pnpm:stage' && report.stage === 'importing_started') return (this.#step = steps.fetching);
    if (report.name === 'pnpm:stage' && report.stage === 'importing_done') return (this.#step = steps.linking);
    if (report.name === 'pnpm:request-retry')
      return `No answer from ${report.url}${report.error?.code ? ` (${report.error.code})` : ''}; trying again in ${Math.round(report.timeout / 1000)} s …`;
    if (report.level === 'error') this.#problems.push(described(report));
  }
}

function parsed(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function described({ code, message, hint, err }) {
  const said = message ?? err?.message;
  return [[code ?? err?.code, said].filter(Boolean).join(': '), hint].filter(Boolean).join('\n');
}
