import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import { parseXml, type XmlElement } from './xml-element.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export interface SoapMessage {
  /** Local name of the body's one element, such as `login`. */
  readonly operation: string;
  readonly arguments: ReadonlyMap<string, string>;
  /** Of the `SessionHeader`. */
  readonly sessionId: string | undefined;
}

/** @throws OrgError for a text that is no SOAP request */
export function parseSoapMessage(text: string): SoapMessage {
  const envelope = parseXml(text);
  const operation = child(envelope, 'Body')?.children[0];
  if (envelope.name !== 'Envelope' || !operation) {
    throw new OrgError('UNKNOWN_EXCEPTION', 'The request is no SOAP envelope with an operation in its body');
  }
  const session = child(child(envelope, 'Header'), 'SessionHeader');
  return {
    operation: operation.name,
    arguments: new Map(operation.children.map(({ name, text: value }) => [name, value])),
    sessionId: child(session, 'sessionId')?.text.trim(),
  };
}

/** A response whose result is a tree of texts; `null` is written as `xsi:nil`. */
export function soapResponse(namespace: string, operation: string, result: SoapValue): Answer {
  return envelope(
    200,
    namespace,
    `<${operation}Response>${element('result', result)}</${operation}Response>`,
  );
}

/** A fault, which is what SOAP calls any refusal, whatever it is about. */
export function soapFault(error: OrgError, fault: string): Answer {
  const text = escape(error.message);
  const code = error.errorCode;
  return envelope(
    500,
    'urn:fault.partner.soap.sforce.com',
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${text}</faultstring>` +
      `<detail><sf:${fault} xsi:type="sf:${fault}"><sf:exceptionCode>${code}</sf:exceptionCode>` +
      `<sf:exceptionMessage>${text}</sf:exceptionMessage></sf:${fault}></detail></soapenv:Fault>`,
  );
}

export type SoapValue = string | number | boolean | null | { readonly [name: string]: SoapValue };

function element(name: string, value: SoapValue): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([key, inner]) => element(key, inner))
          .join('')
      : escape(String(value));
  return `<${name}>${content}</${name}>`;
}

function envelope(status: number, namespace: string, content: string): Answer {
  const isFault = status >= 400;
  const own = isFault ? `xmlns:sf="${namespace}"` : `xmlns="${namespace}"`;
  return {
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body:
      '<?xml version="1.0" encoding="UTF-8"?>' +
      `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ${own} ` +
      `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${content}</soapenv:Body></soapenv:Envelope>`,
  };
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((element) => element.name === name);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
