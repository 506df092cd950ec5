import type { ObjectSchema } from '../../catalog/object-schema.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall } from '../resource.interface.js';

const ANY_TYPE = 'application/octet-stream';

/** The content of a `base64` field, which records name by its URL only. */
export function contentAnswer(
  { org, user }: DataCall,
  object: ObjectSchema,
  id: string,
  name: string,
): Answer {
  const field = object.field(name);
  if (field?.type !== 'base64') throw resourceNotFound();
  const record = org.records.read(object, id, undefined, user);
  const content = field.name in record ? org.records.content(object, id, field) : undefined;
  if (!content) throw resourceNotFound();
  const fileName = fileNameOf(record);
  return {
    status: 200,
    headers: {
      'content-type': textOf(record['ContentType']) ?? ANY_TYPE,
      ...(fileName !== undefined && { 'content-disposition': disposition(fileName) }),
    },
    body: content,
  };
}

/** What the file was called where it came from; documents and titles may leave its extension to a field of its own. */
function fileNameOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const path = textOf(record['PathOnClient']);
  if (path !== undefined) return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return textOf(record['Name']) ?? textOf(record['Title']);
}

/** Headers hold Latin letters only; the exact name travels encoded beside them. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '\\$&');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.replace(/[\r\n]/g, ' ') : undefined;
}
