import type { Answer } from '../../rest/org-exchange.interface.js';
import { describeScope } from '../oauth/scopes.js';
import type { OrgUserProfile } from '../org-user-directory.js';
import type { BrowserSession } from './browser-session.js';
import { html } from './html.js';
import { page } from './page.js';

interface ConsentPage {
  readonly browser: BrowserSession;
  /** Where the form goes. */
  readonly action: string;
  readonly appName: string;
  readonly user: OrgUserProfile;
  readonly scopes: readonly string[];
  /** Where the answer will be sent, for the user to see. */
  readonly destination?: string;
  /** Where somebody else can log in. */
  readonly switchUser?: string;
  readonly userCode?: string;
  /** A cookie that comes before the browser's own. */
  readonly cookie?: string;
}

export function consentPage(consent: ConsentPage): Answer {
  const { browser, appName, user, destination, switchUser, userCode } = consent;
  const scopes = consent.scopes.map(
    (scope) => html`<li><span>${describeScope(scope)}</span><code>${scope}</code></li>`,
  );
  return page({
    title: 'Allow Access?',
    cookie: consent.cookie ?? browser.cookie,
    content: html`<h1>Allow Access?</h1>
      <p><strong>${appName}</strong> is asking to:</p>
      <ul class="scopes">
        ${scopes}
      </ul>
      <p class="muted">
        ${destination === undefined ? undefined : html`The answer goes to <strong>${destination}</strong>.<br />`}
        Logged in as ${user.name} (${user.username}).
        ${switchUser === undefined ? undefined : html`<a href="${switchUser}">Not you?</a>`}
      </p>
      <form method="post" action="${consent.action}">
        <input type="hidden" name="form_token" value="${browser.formToken}" />
        ${userCode === undefined ? undefined : html`<input type="hidden" name="user_code" value="${userCode}" />`}
        <div class="actions">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="deny">Deny</button>
        </div>
      </form>`,
  });
}
