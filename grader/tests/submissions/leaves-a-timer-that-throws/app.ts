setTimeout(() => {
  throw new Error('left over');
}, 250);
setInterval(() => {
  (Object.prototype as any).polluted = true;
}, 5).unref();
export default (_req: any, res: any) => res.end('nothing');
