import type { Readable } from 'node:stream';
import { expectTypeOf } from 'expect-type';
import type { Related } from '../../lib/metadata/related.js';
import { Binary } from '../../lib/protocol/binary.js';
import { count } from '../../lib/query/aggregate/aggregate-functions.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';

declare class Attachment {
  readonly id: string;
  name: string;
  body: Binary;
  preview?: Binary | null;
  parent?: Related<Attachment> | null;
  children?: Related<Attachment[]>;
}

declare const attachments: SalesforceRepository<Attachment>;

// Content is selected like any field, and read by a handle.
const [all] = await attachments.find();
expectTypeOf(all?.body).toEqualTypeOf<Binary | undefined>();
expectTypeOf(all?.preview).toEqualTypeOf<Binary | null | undefined>();
expectTypeOf(all).exclude<undefined>().not.toHaveProperty('parent');
const found = await attachments.findOneOrFail({
  select: { body: true, parent: { body: true }, children: { select: { preview: true } } },
});
expectTypeOf(found).toEqualTypeOf<{
  readonly id: string;
  body: Binary;
  parent: { readonly id: string; body: Binary } | null;
  children: { readonly id: string; preview: Binary | null }[];
}>();
expectTypeOf(found.body.url).toEqualTypeOf<string | undefined>();
expectTypeOf(found.body.stream()).toEqualTypeOf<Readable>();
expectTypeOf(found.body.bytes({ signal: AbortSignal.timeout(1) })).toEqualTypeOf<Promise<Uint8Array>>();
expectTypeOf(found.body.text()).toEqualTypeOf<Promise<string>>();

// It is written as content.
const inserted = await attachments.insert({ name: 'a', body: Binary.of('text'), preview: null });
expectTypeOf(inserted.body).toEqualTypeOf<Binary>();
void attachments.update('00P', { body: Binary.of(new Uint8Array(1)) });
void attachments.insert({ body: found.body });
// @ts-expect-error -- bytes are made content first
void attachments.insert({ body: new Uint8Array(1) });
// @ts-expect-error -- a text is made content first
void attachments.insert({ body: 'text' });
// @ts-expect-error -- the field is always filled
void attachments.update('00P', { body: null });
// @ts-expect-error -- content is made by Binary.of()
void new Binary();

// Nothing else is done with it.
// @ts-expect-error -- no condition
void attachments.find({ where: { body: null } });
// @ts-expect-error -- no condition, of a parent neither
void attachments.find({ where: { parent: { body: null } } });
// @ts-expect-error -- no order
void attachments.find({ orderBy: { body: 'asc' } });
// @ts-expect-error -- no selection of its own
void attachments.find({ select: { body: { url: true } } });
// @ts-expect-error -- no label
void attachments.find({ select: { body: 'label' } });
// @ts-expect-error -- no groups
void attachments.query().groupBy('body').aggregate({ n: count() }).all();
