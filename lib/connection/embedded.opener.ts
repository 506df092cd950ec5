import type { EntityMetadataStorage } from '../metadata/entity-metadata.storage.js';
import { sobjectFromEntity } from '../schema/sobject-from-entity.js';
import type { Transport, TransportRequest, TransportResponse } from '../transport/transport.interface.js';
import type { AuthStrategy, Session } from './auth/auth-strategy.interface.js';
import type { EmbeddedOptions, EmbeddedOrgHandle } from './connection-options.interface.js';

interface OpenerSurroundings {
  readonly entities: EntityMetadataStorage;
  /** Milliseconds until an answer begins, of requests that do not say. @default as long as it takes */
  readonly responseTimeout?: number;
}

/**
 * Stands for the network and for the login of a connection whose org is inside the process. The embedded org, and SQLite
 * with it, is loaded when the first call needs it.
 */
export class EmbeddedOpener implements Transport, AuthStrategy {
  readonly renewable = true;
  readonly #options: EmbeddedOptions | EmbeddedOrgHandle;
  readonly #entities: EntityMetadataStorage;
  readonly #responseTimeout: number | undefined;
  #org: Promise<EmbeddedOrgHandle> | undefined;
  #definedEntities = 0;

  constructor(
    options: EmbeddedOptions | EmbeddedOrgHandle,
    { entities, responseTimeout }: OpenerSurroundings,
  ) {
    this.#options = options;
    this.#entities = entities;
    this.#responseTimeout = responseTimeout;
  }

  async login(): Promise<Session> {
    const { accessToken, instanceUrl } = await this.#opened();
    return { accessToken, instanceUrl };
  }

  async dispatch(request: TransportRequest): Promise<TransportResponse> {
    const org = await this.#opened();
    this.#defineEntities(org);
    return org.transport.dispatch({ ...request, timeout: request.timeout ?? this.#responseTimeout });
  }

  /** An org that was handed over belongs to the one who opened it and stays open. */
  async close(): Promise<void> {
    if (isHandle(this.#options)) return;
    const org = await this.#org?.catch(() => undefined);
    await org?.close();
  }

  #opened(): Promise<EmbeddedOrgHandle> {
    if (!this.#org) {
      this.#org = this.#open();
      this.#org.catch(() => (this.#org = undefined));
    }
    return this.#org;
  }

  async #open(): Promise<EmbeddedOrgHandle> {
    if (isHandle(this.#options)) return this.#options;
    const { EmbeddedOrg } = await import('../embedded/index.js');
    // Given before the org seeds itself, since seeds may be records of the application's own objects.
    const definitions = this.#entities.all().map(sobjectFromEntity);
    return EmbeddedOrg.create({ ...this.#options, definitions });
  }

  /** Entities may become known after the org was opened, with a module that is loaded lazily. */
  #defineEntities(org: EmbeddedOrgHandle): void {
    const entities = this.#entities.all();
    if (entities.length === this.#definedEntities) return;
    org.define(entities.map(sobjectFromEntity));
    this.#definedEntities = entities.length;
  }
}

function isHandle(options: EmbeddedOptions | EmbeddedOrgHandle): options is EmbeddedOrgHandle {
  return 'transport' in options;
}
