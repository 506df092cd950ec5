import { fits, LINE_WIDTH } from '../code/layout.js';

/** A doc comment with the line break behind it; nothing for nothing to say. */
export function printDocs(paragraphs: readonly string[], indent = ''): string {
  const [first, ...others] = paragraphs.map(inComment);
  if (first === undefined) return '';
  const line = `${indent}/** ${first} */`;
  if (others.length === 0 && fits(line)) return `${line}\n`;
  const width = LINE_WIDTH - indent.length - ' * '.length;
  const margin = `${indent} *`;
  const texts = [first, ...others].map((text) => inLines(text, width, `${margin} `));
  return `${indent}/**\n${texts.join(`${margin}\n`)}${margin}/\n`;
}

function inLines(text: string, width: number, margin: string): string {
  return wrapped(text, width)
    .map((line) => `${margin}${line}\n`)
    .join('');
}

/** What would end the comment, or begin a tag, is told apart from that. */
function inComment(text: string): string {
  return text.replaceAll('*/', String.raw`*\/`).replaceAll(/(?<=^|\s)@(?=[a-z])/gi, String.raw`\@`);
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
