import type { AuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy } from './auth-strategy.interface.js';
import { ClientCredentialsStrategy } from './client-credentials.strategy.js';
import { JwtStrategy } from './jwt.strategy.js';
import type { LoginContext } from './login-context.interface.js';
import { PasswordStrategy } from './password.strategy.js';
import { RefreshTokenStrategy } from './refresh-token.strategy.js';
import { SessionStrategy } from './session.strategy.js';
import { SoapStrategy } from './soap.strategy.js';

const DEFAULT_LOGIN_URL = 'https://login.salesforce.com';

/** The way to a session that the options name. @throws SalesforceConfigurationException when it cannot work. */
export function createAuthStrategy(
  options: AuthOptions,
  { loginUrl = DEFAULT_LOGIN_URL, ...rest }: Omit<LoginContext, 'loginUrl'> & { readonly loginUrl?: string },
): AuthStrategy {
  const context: LoginContext = { ...rest, loginUrl: loginUrl.replace(/\/+$/, '') };
  switch (options.flow) {
    case 'jwt':
      return new JwtStrategy(options, context);
    case 'client-credentials':
      return new ClientCredentialsStrategy(options, context);
    case 'refresh-token':
      return new RefreshTokenStrategy(options, context);
    case 'password':
      return new PasswordStrategy(options, context);
    case 'soap':
      return new SoapStrategy(options, context);
    case 'session':
      return new SessionStrategy(options);
  }
}
