import type { DescribeStore, StoredDescribe } from './describe-store.interface.js';

/** Describes of large orgs take hundreds of megabytes: the ones asked for last are kept. */
const KEPT = 200;

/** Keeps describes as long as the process runs. */
export class MemoryDescribeStorage implements DescribeStore {
  readonly #describes = new Map<string, StoredDescribe>();
  readonly #most: number;

  constructor(most: number = KEPT) {
    this.#most = most;
  }

  async get(key: string): Promise<StoredDescribe | undefined> {
    const describe = this.#describes.get(key);
    if (describe) this.#put(key, describe);
    return describe;
  }

  async set(key: string, describe: StoredDescribe): Promise<void> {
    this.#put(key, describe);
    const [oldest] = this.#describes.keys();
    if (this.#describes.size > this.#most && oldest !== undefined) this.#describes.delete(oldest);
  }

  /** As the one asked for last, which stands at the end. */
  #put(key: string, describe: StoredDescribe): void {
    this.#describes.delete(key);
    this.#describes.set(key, describe);
  }
}
