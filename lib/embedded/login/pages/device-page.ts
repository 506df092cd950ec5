import type { Answer } from '../../rest/org-exchange.interface.js';
import type { BrowserSession } from './browser-session.js';
import { html } from './html.js';
import { alert, page } from './page.js';

interface DevicePage {
  readonly browser: BrowserSession;
  readonly action: string;
  readonly userCode: string;
  readonly message?: string;
  readonly status?: number;
}

export function devicePage({ browser, action, userCode, message, status }: DevicePage): Answer {
  return page({
    title: 'Connect a device',
    status,
    cookie: browser.cookie,
    content: html`<h1>Connect a device</h1>
      <p class="muted">Check that this is the code your device shows, or enter that code.</p>
      ${alert(message)}
      <form method="post" action="${action}">
        <input type="hidden" name="form_token" value="${browser.formToken}" />
        <label for="user_code">Code</label>
        <input
          id="user_code"
          class="code"
          name="user_code"
          type="text"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="12"
          required
          value="${userCode}"
        />
        <div class="actions"><button class="primary" name="decision" value="connect">Connect</button></div>
      </form>`,
  });
}
