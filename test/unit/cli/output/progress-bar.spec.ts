import { describe, expect, it } from '@jest/globals';
import { ProgressBar } from '../../../../lib/cli/output/progress-bar.js';

const ERASE = '\r\u001B[2K';

function terminal(columns = 100, terminal = true) {
  const written: string[] = [];
  return { terminal, columns, written, writeError: (text: string): void => void written.push(text) };
}

describe('ProgressBar', () => {
  it('shows the share of what is done, in one line, and goes away', () => {
    const context = terminal();
    let now = 0;
    const bar = new ProgressBar(context, { label: 'Describing', total: 4, now: () => (now += 100) });
    bar.update(1, { note: 'Account' });
    bar.update(4);
    bar.end();
    bar.end();
    expect(context.written).toEqual([
      `${ERASE}Describing ██████░░░░░░░░░░░░░░░░░░  25 %  1/4  Account`,
      `${ERASE}Describing ████████████████████████ 100 %  4/4`,
      ERASE,
    ]);
  });

  it('counts where the whole is not known, and shows a share as soon as it is', () => {
    const context = terminal();
    let now = 0;
    const bar = new ProgressBar(context, { label: 'Reading', now: () => (now += 100) });
    bar.update(2000);
    bar.update(4000, { total: 8000 });
    bar.update(0, { total: 0 });
    expect(context.written).toEqual([
      `${ERASE}Reading 2000`,
      `${ERASE}Reading ████████████░░░░░░░░░░░░  50 %  4000/8000`,
      `${ERASE}Reading ████████████████████████ 100 %  0/0`,
    ]);
  });

  it('is not drawn more often than one can see, but for the end', () => {
    const context = terminal();
    let now = 1000;
    const bar = new ProgressBar(context, { label: 'Reading', total: 3, now: () => (now += 10) });
    bar.update(1);
    bar.update(2);
    bar.update(3);
    expect(context.written.map((text) => text.slice(-3))).toEqual(['1/3', '3/3']);
  });

  it('stays within the terminal', () => {
    const context = terminal(20);
    new ProgressBar(context, { label: 'Describing', total: 4 }).update(1);
    expect(context.written).toEqual([`${ERASE}Describing ██████░░`]);
  });

  it('says nothing where there is no terminal', () => {
    const context = terminal(80, false);
    const bar = new ProgressBar(context, { label: 'Describing', total: 1 });
    bar.update(1);
    bar.end();
    expect(context.written).toEqual([]);
  });
});
