import { describe, expect, it } from '@jest/globals';
import { ConnectedApps } from '../../../../lib/embedded/login/connected-apps.js';

const refusal = (errorCode: string, message: string) => expect.objectContaining({ errorCode, message });

describe('ConnectedApps', () => {
  it('lets any client in where no apps are listed', () => {
    expect(new ConnectedApps().authenticate({ id: 'any', secret: 'thing' }, 'always')).toEqual({
      clientId: 'any',
    });
  });

  it('lets listed apps in by their secret', () => {
    const apps = new ConnectedApps([{ clientId: 'app', clientSecret: 'right' }]);
    expect(apps.authenticate({ id: 'app', secret: 'right' }, 'always').clientId).toBe('app');
    expect(apps.authenticate({ id: 'app', secret: undefined }, 'optional').clientId).toBe('app');
    for (const secret of ['wrong', 'wrong and long', '', undefined]) {
      expect(() => apps.authenticate({ id: 'app', secret }, 'always')).toThrow(
        refusal('invalid_client', 'invalid client credentials'),
      );
    }
  });

  it('asks for a secret where the app has one', () => {
    const apps = new ConnectedApps([{ clientId: 'app', clientSecret: 'right' }, { clientId: 'public' }]);
    expect(apps.authenticate({ id: 'public', secret: undefined }, 'has').clientId).toBe('public');
    expect(() => apps.authenticate({ id: 'app', secret: undefined }, 'has')).toThrow(
      refusal('invalid_client', 'invalid client credentials'),
    );
  });

  it('refuses unknown apps', () => {
    const apps = new ConnectedApps([{ clientId: 'app' }]);
    expect(() => apps.identify('other')).toThrow(refusal('invalid_client_id', 'client identifier invalid'));
    expect(() => new ConnectedApps().identify(undefined)).toThrow(
      refusal('invalid_client_id', 'client identifier invalid'),
    );
  });
});
