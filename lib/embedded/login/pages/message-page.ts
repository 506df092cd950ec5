import type { Answer } from '../../rest/org-exchange.interface.js';
import { html } from './html.js';
import { page } from './page.js';

/** A page that says one thing. */
export function messagePage(title: string, text: string, status = 200): Answer {
  return page({
    title,
    status,
    content: html`<h1>${title}</h1>
      <p role="status">${text}</p>`,
  });
}

/** What a user sees where an app asked wrongly and cannot be told. */
export function authorizationErrorPage(error: string, description: string): Answer {
  return page({
    title: 'Authorization error',
    status: 400,
    content: html`<h1>We can’t authorize you because of an OAuth error</h1>
      <p class="alert" role="alert">
        <code>error=${error}&amp;error_description=${encodeURIComponent(description)}</code>
      </p>
      <p>${description}</p>`,
  });
}
