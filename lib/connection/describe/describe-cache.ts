import type { DescribeGlobalResult, DescribeSObjectResult } from '../../protocol/describe.interface.js';
import { encodePathSegment } from '../resource-url.js';
import { conditionalGet, type DescribeConnection } from './conditional-get.js';
import { ALL_OBJECTS } from './describe-store.interface.js';
import { MemoryDescribeStorage } from './memory-describe.storage.js';

/** What a connection knows of its org's objects: asked again, the org only has to say that nothing has changed. */
export class DescribeCache {
  readonly store = new MemoryDescribeStorage();
  readonly #connection: DescribeConnection;
  readonly #underWay = new Map<string, Promise<object>>();

  constructor(connection: DescribeConnection) {
    this.#connection = connection;
  }

  describe(sobject: string): Promise<DescribeSObjectResult> {
    const path = `sobjects/${encodePathSegment(sobject)}/describe`;
    return this.#once(sobject.toLowerCase(), path) as Promise<DescribeSObjectResult>;
  }

  describeGlobal(): Promise<DescribeGlobalResult> {
    return this.#once(ALL_OBJECTS, 'sobjects') as Promise<DescribeGlobalResult>;
  }

  #once(key: string, path: string): Promise<object> {
    let asked = this.#underWay.get(key);
    if (!asked) {
      asked = this.#ask(key, path).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, asked);
    }
    return asked;
  }

  async #ask(key: string, path: string): Promise<object> {
    const known = await this.store.get(key);
    const current = await conditionalGet(this.#connection, path, { known });
    if (current !== known) await this.store.set(key, current);
    return current.body;
  }
}
