const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const INSTANCE_NAMESPACE = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way to write these: control characters, and halves of characters. */
const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex -- exactly they are meant.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A whole XML text around content that {@link element} wrote. */
export function xmlDocument(root: string): string {
  return (
    DECLARATION +
    (/ xsi:(?:nil|type)=/.test(root) ? root.replace(/^<[^\s/>]+/, `$&${INSTANCE_NAMESPACE}`) : root)
  );
}

/** @param content written already */
export function element(name: string, content: string, attributes = ''): string {
  const tag = elementName(name);
  return content === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

/** An element without a value. */
export function nil(name: string): string {
  return `<${elementName(name)} xsi:nil="true"/>`;
}

export function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(value)}"`;
}

/** What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!).replace(UNWRITABLE, '');
}

/** A name that may be any text, made one that an element can have. */
function elementName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_.-]/gu, '_');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}
