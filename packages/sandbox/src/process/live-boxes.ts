// What must not outlive this process. Only SIGKILL leaves it to others: to the boxes, which end when their stdin does, and to the
// next process that starts one (see listening-socket.ts).

const endings = new Set<() => void>();
let isHooked = false;

/** @param end is called, synchronously, when this process ends. @returns what forgets it again. */
export function endWithThisProcess(end: () => void): () => void {
  if (!isHooked) process.on('exit', endAll);
  isHooked = true;
  endings.add(end);
  return () => void endings.delete(end);
}

function endAll(): void {
  for (const end of endings) end();
  endings.clear();
}
