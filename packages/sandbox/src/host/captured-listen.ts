// A program that calls app.listen(3000) binds nothing here: its server is caught and served over the box's own socket.

import net from 'node:net';
import type { Server } from 'node:http';

let captured: Server | null = null;
const realListen = net.Server.prototype.listen;

/** The server the program has last asked to listen, or null. */
export function capturedServer(): Server | null {
  return captured;
}

export function forgetCapturedServer(): void {
  captured = null;
}

/** The host's own listen, on the descriptor it was given, or at a name where none could be given. */
export function listenAsTold(server: Server, where: { readonly fd: number } | { readonly path: string }): void {
  realListen.call(server, where);
}

export function installListen(): void {
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
    captured = this as Server;
    const callback = args.find((argument) => typeof argument === 'function') as (() => void) | undefined;
    if (callback) this.once('listening', callback);
    this.address = () => ({ address: '127.0.0.1', family: 'IPv4', port: 3000 });
    process.nextTick(() => this.emit('listening'));
    return this;
  };
}
