setTimeout(() => {
  throw new Error('left over');
}, 30);
setInterval(() => {
  (Object.prototype as any).polluted = true;
}, 5).unref();
export default (_req: any, res: any) => res.end('nothing');
