import { AuthorizationCodeStorage } from './authorization-code.storage.js';
import { ConsentStorage } from './consent.storage.js';
import { DeviceCodeStorage } from './device-code.storage.js';
import { SigningKey } from './signing-key.js';

/** What the OAuth flows keep between their steps; gone with the process, as sessions are. */
export class OAuthState {
  readonly codes: AuthorizationCodeStorage;
  readonly devices: DeviceCodeStorage;
  readonly consents = new ConsentStorage();
  readonly signingKey = new SigningKey();

  constructor(now: () => Date) {
    this.codes = new AuthorizationCodeStorage(now);
    this.devices = new DeviceCodeStorage(now);
  }
}
