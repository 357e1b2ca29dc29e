// Built-ins as they were before any student's code ran. The host itself uses only these where it matters.

export const { parse: parseJson, stringify: stringifyJson } = JSON;
export const RealDate = Date;
export const realRandom = Math.random;
export const { setTimeout: realSetTimeout, setInterval: realSetInterval, setImmediate: realSetImmediate } = globalThis;
export const {
  clearTimeout: realClearTimeout,
  clearInterval: realClearInterval,
  clearImmediate: realClearImmediate,
} = globalThis;
export const exitProcess = process.exit.bind(process);
