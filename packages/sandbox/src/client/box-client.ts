// The trusted side's line to one box: requests for the program, control messages for the host, connections to lend.

import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { Socket } from 'node:net';

import type { ProgramRequest, ProgramResponse } from '../program';
import { ProgramFault } from '../program-fault';
import { controlHeader, relayHeader, type ControlAnswer, type ControlMessage } from '../protocol/messages';
import { readAnswer } from '../protocol/read-answer';
import { exchange } from './exchange';

/** The largest value that can travel, with its tags and escapes. */
const maxAnswerBytes = 1024 * 1024;

export class BoxClient {
  readonly #token = randomBytes(16).toString('hex');
  #agent = reusingConnections();

  constructor(private readonly socketPath: string) {}

  /**
   * What comes next gets connections of its own. On one that it has served, a program can leave an answer to what will be asked later;
   * measured, the next exchange takes it for its own.
   */
  leaveConnections(): void {
    for (const sockets of Object.values(this.#agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
    this.#agent = reusingConnections();
  }

  request(request: ProgramRequest, deadlineMs: number): Promise<ProgramResponse> {
    return exchange(request, { socketPath: this.socketPath, agent: this.#agent, deadlineMs });
  }

  /** @returns what the host says: its shape is known, its content untrusted. @throws ProgramFault when it says nothing readable. */
  async control(message: ControlMessage, deadlineMs: number): Promise<ControlAnswer> {
    const { text } = await exchange(
      { method: 'POST', path: '/', headers: { [controlHeader]: this.#token }, body: JSON.stringify(message) },
      { socketPath: this.socketPath, agent: this.#agent, deadlineMs, keepBodyBytes: maxAnswerBytes },
    );
    return readAnswer(text);
  }

  /** Opens a connection into the box and hands its other end to the box's program as a way out. */
  lend(relay: string, deadlineMs: number): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const asked = http.request({
        socketPath: this.socketPath,
        agent: false,
        headers: { [controlHeader]: this.#token, [relayHeader]: relay, connection: 'Upgrade', upgrade: 'lent' },
      });
      const fail = (): void => {
        clearTimeout(deadline);
        asked.destroy();
        reject(new ProgramFault('crashed', 'the box took no connection'));
      };
      // Over all of it: interim answers that drip in would keep a time-out of the connection's from ever coming.
      const deadline = setTimeout(fail, deadlineMs);
      asked.on('upgrade', (_response, socket: Socket) => {
        clearTimeout(deadline);
        socket.on('error', () => socket.destroy());
        resolve(socket);
      });
      asked.on('response', fail).on('error', fail);
      asked.end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function reusingConnections(): http.Agent {
  return new http.Agent({ keepAlive: true, maxSockets: 8, maxFreeSockets: 2 });
}
