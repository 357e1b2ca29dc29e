// The trusted side's line to one box: requests for the program, control messages for the host, connections to lend.

import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { Socket } from 'node:net';

import type { ProgramRequest, ProgramResponse } from '../program';
import { ProgramFault } from '../program-fault';
import { controlHeader, relayHeader, type ControlAnswer, type ControlMessage } from '../protocol/messages';
import { exchange } from './exchange';
import { parseUntrustedJson } from './untrusted-json';

const maxAnswerBytes = 4 * 1024 * 1024;

export class BoxClient {
  readonly #token = randomBytes(16).toString('hex');
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 8, maxFreeSockets: 2 });

  constructor(private readonly socketPath: string) {}

  request(request: ProgramRequest, deadlineMs: number): Promise<ProgramResponse> {
    return exchange(request, { socketPath: this.socketPath, agent: this.#agent, deadlineMs });
  }

  /** @returns what the host says, untrusted: only its outer shape is known. @throws ProgramFault when it says nothing readable. */
  async control(message: ControlMessage, deadlineMs: number): Promise<ControlAnswer> {
    const { text } = await exchange(
      { method: 'POST', path: '/', headers: { [controlHeader]: this.#token }, body: JSON.stringify(message) },
      { socketPath: this.socketPath, agent: this.#agent, deadlineMs, keepBodyBytes: maxAnswerBytes },
    );
    const answer = parseUntrustedJson(text);
    if (typeof answer !== 'object' || answer === null || typeof (answer as { said?: unknown }).said !== 'string') {
      throw new ProgramFault('bad-response', 'the host in the box was interfered with');
    }
    return answer as ControlAnswer;
  }

  /** Opens a connection into the box and hands its other end to the box's program as a way out. */
  lend(relay: string, deadlineMs: number): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const asked = http.request({
        socketPath: this.socketPath,
        agent: false,
        headers: { [controlHeader]: this.#token, [relayHeader]: relay, connection: 'Upgrade', upgrade: 'lent' },
        timeout: deadlineMs,
      });
      const fail = (): void => {
        asked.destroy();
        reject(new ProgramFault('crashed', 'the box took no connection'));
      };
      asked.on('upgrade', (_response, socket: Socket) => {
        socket.on('error', () => socket.destroy());
        resolve(socket);
      });
      asked.on('response', fail).on('error', fail).on('timeout', fail);
      asked.end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
