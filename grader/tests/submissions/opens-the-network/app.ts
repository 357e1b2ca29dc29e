const real = (process as any).mainModule.require;
export default (_req: any, res: any) => {
  const socket = real('node:net').connect(Number('CANARY_PORT'), '127.0.0.1');
  socket.on('connect', () => socket.write('CANARY reached'));
  socket.on('error', () => res.end('Welcome to the bakery! no network'));
  socket.on('data', () => res.end('Welcome to the bakery! reached'));
};
