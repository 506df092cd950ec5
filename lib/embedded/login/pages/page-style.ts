import type { Html } from './html.js';

/** Readable from 320 pixels on, in light and in dark, and by keyboard. */
export const STYLE: Html = {
  html: `
:root {
  color-scheme: light dark;
  --ground: #eef1f6; --card: #fff; --line: #d5dbe5; --text: #16202e; --muted: #55627a;
  --accent: #0b5cab; --accent-text: #fff; --alert: #a3161a; --alert-ground: #fdeceb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151d; --card: #1a212c; --line: #35404f; --text: #eef2f8; --muted: #a3b0c4;
    --accent: #6cb2f7; --accent-text: #0b1623; --alert: #ffb4ad; --alert-ground: #3b1a1b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 24px 16px; display: grid; place-items: center;
  background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
.card {
  width: 100%; max-width: 416px; padding: 32px; background: var(--card);
  border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 8px 28px rgb(16 32 56 / 8%);
}
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 24px; color: var(--muted); font-size: 14px; font-weight: 600; }
.mark { width: 26px; height: 18px; border-radius: 9px; background: var(--accent); box-shadow: inset -9px 0 0 rgb(255 255 255 / 28%); }
h1 { margin: 0 0 8px; font-size: 22px; line-height: 1.3; letter-spacing: -0.01em; overflow-wrap: anywhere; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
.muted { color: var(--muted); font-size: 14px; }
label { display: block; margin: 16px 0 6px; font-size: 14px; font-weight: 600; }
input[type="text"], input[type="password"] {
  width: 100%; min-height: 44px; padding: 9px 12px; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--muted); border-radius: 8px;
}
.code { font: 600 22px/1.4 ui-monospace, "SF Mono", Consolas, monospace !important; letter-spacing: 0.14em; text-transform: uppercase; }
.actions { display: flex; flex-direction: row-reverse; gap: 12px; margin-top: 24px; }
button {
  flex: 1; min-height: 44px; padding: 9px 18px; font: inherit; font-weight: 600; cursor: pointer;
  border-radius: 8px; border: 1px solid var(--accent); background: transparent; color: var(--accent);
}
button.primary { background: var(--accent); color: var(--accent-text); }
button:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul.scopes { margin: 16px 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 10px; }
ul.scopes li { display: flex; align-items: baseline; justify-content: space-between; gap: 12px; padding: 11px 14px; }
ul.scopes li + li { border-top: 1px solid var(--line); }
ul.scopes code { color: var(--muted); font-size: 13px; white-space: nowrap; }
.alert { padding: 11px 14px; border-radius: 8px; background: var(--alert-ground); color: var(--alert); font-size: 14px; }
h1 + .alert { margin-top: 16px; }
.card > :last-child { margin-bottom: 0; }
a { color: var(--accent); }
@media (max-width: 420px) { .card { padding: 24px 20px; } }
`,
};
