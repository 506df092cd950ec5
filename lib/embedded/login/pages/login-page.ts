import type { Answer } from '../../rest/org-exchange.interface.js';
import type { BrowserSession } from './browser-session.js';
import { html } from './html.js';
import { alert, page } from './page.js';

export const WRONG_LOGIN =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";
export const STALE_FORM = 'This form is no longer valid. Please try again.';

interface LoginPage {
  readonly browser: BrowserSession;
  /** Where the form goes. */
  readonly action: string;
  readonly appName: string;
  readonly username?: string;
  readonly message?: string;
  /** Goes along with the form. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export function loginPage({ browser, action, appName, username = '', message, ...rest }: LoginPage): Answer {
  const hidden = Object.entries(rest.hidden ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return page({
    title: 'Log in',
    status: rest.status,
    cookie: browser.cookie,
    content: html`<h1>Log in</h1>
      <p class="muted">to continue to <strong>${appName}</strong></p>
      ${alert(message)}
      <form method="post" action="${action}">
        <input type="hidden" name="form_token" value="${browser.formToken}" />
        ${hidden}
        <label for="username">Username</label>
        <input
          id="username"
          name="username"
          type="text"
          inputmode="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          value="${username}"
        />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <div class="actions"><button class="primary" name="decision" value="login">Log In</button></div>
      </form>`,
  });
}
