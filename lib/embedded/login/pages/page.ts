import type { Answer } from '../../rest/org-exchange.interface.js';
import { type Html, html } from './html.js';
import { STYLE } from './page-style.js';

interface Page {
  readonly title: string;
  readonly content: Html;
  readonly status?: number;
  /** A cookie to set. */
  readonly cookie?: string;
}

const HEADERS = {
  'content-type': 'text/html;charset=UTF-8',
  'cache-control': 'no-cache, no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** A page of the org: one card, no script, no other file. */
export function page({ title, content, status = 200, cookie }: Page): Answer {
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} | Embedded org</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main class="card">
          <p class="brand"><span class="mark" aria-hidden="true"></span>Embedded org</p>
          ${content}
        </main>
      </body>
    </html>`;
  return { status, headers: { ...HEADERS, ...(cookie && { 'set-cookie': cookie }) }, body: text.html };
}

/** The message of a form that was refused, which screen readers say at once. */
export function alert(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="alert" role="alert">${text}</p>`;
}
