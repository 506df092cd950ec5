import { expect } from '@jest/globals';
import { FuzzedOrg } from './fuzzed-org.js';
import { complaintAbout } from './reply-complaint.js';
import type { FuzzCall } from './valid-calls.js';

/** An org that has taken many calls is large, and compared slowly. */
const CALLS_PER_ORG = 1_500;

/** Sends calls, and sees to it that each is answered as the platform answers, and changes nothing when it is refused. */
export class CallFuzzer {
  #fuzzed: FuzzedOrg;
  #contents: string;
  #sent = 0;

  private constructor(fuzzed: FuzzedOrg, contents: string) {
    this.#fuzzed = fuzzed;
    this.#contents = contents;
  }

  static async open(): Promise<CallFuzzer> {
    const fuzzed = await FuzzedOrg.open();
    return new CallFuzzer(fuzzed, await fuzzed.contents());
  }

  async check(call: FuzzCall): Promise<void> {
    if (++this.#sent % CALLS_PER_ORG === 0) await this.#renew();
    const reply = await this.#fuzzed.send(call);
    const { failures } = this.#fuzzed;
    const complaint = complaintAbout(reply);
    // To compare the whole takes longer than the call, and is worth it only to show what is wrong.
    if (complaint !== undefined || failures.length > 0) {
      expect({ call, reply, complaint, failures }).toEqual({
        call,
        reply,
        complaint: undefined,
        failures: [],
      });
    }
    if (call.method === 'GET') return;
    const contents = await this.#fuzzed.contents();
    if (reply.status >= 400) expect(contents).toBe(this.#contents);
    this.#contents = contents;
  }

  close(): Promise<void> {
    return this.#fuzzed.close();
  }

  async #renew(): Promise<void> {
    await this.#fuzzed.close();
    this.#fuzzed = await FuzzedOrg.open();
    this.#contents = await this.#fuzzed.contents();
  }
}
