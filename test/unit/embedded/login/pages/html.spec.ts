import { describe, expect, it } from '@jest/globals';
import { html } from '../../../../../lib/embedded/login/pages/html.js';

describe('html', () => {
  it('escapes values, wherever they stand', () => {
    expect(html`<a href="${'"><script>'}">${"Tom & 'Jerry'"}</a>`.html).toBe(
      '<a href="&quot;&gt;&lt;script&gt;">Tom &amp; &#39;Jerry&#39;</a>',
    );
  });

  it('takes markup as it is, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}${undefined}${3}`.html).toBe('<li>a</li><li>&lt;b&gt;</li>3');
  });
});
