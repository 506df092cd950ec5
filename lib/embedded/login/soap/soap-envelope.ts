import { OrgError } from '../../org-error.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import { parseXml, type XmlElement } from '../../xml/xml-element.js';
import { escapeXml } from '../../xml/xml-text.js';
import { xmlElement, type XmlValue } from './xml-value.js';

/** These faults name their code as it is, all others with the namespace of faults. */
const BARE_CODES: ReadonlySet<string> = new Set(['INVALID_LOGIN', 'UNKNOWN_EXCEPTION']);

export interface SoapMessage {
  /** Local name of the body's one element, such as `login`. */
  readonly operation: string;
  readonly arguments: ReadonlyMap<string, string>;
  /** Of the `SessionHeader`. */
  readonly sessionId: string | undefined;
}

/** @throws OrgError for a text that is no SOAP request */
export function parseSoapMessage(text: string): SoapMessage {
  const envelope = parseEnvelope(text);
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

/** SOAP has no code of its own for a text that is no XML. */
function parseEnvelope(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    throw new OrgError('UNKNOWN_EXCEPTION', (error as OrgError).message);
  }
}

/** A response whose result is a tree of texts, or of a call without one, which is empty. */
export function soapResponse(namespace: string, operation: string, result?: XmlValue): Answer {
  const name = `${operation}Response`;
  const content = result === undefined ? `<${name}/>` : `<${name}>${xmlElement('result', result)}</${name}>`;
  return envelope(200, `xmlns="${namespace}"`, content);
}

/** A fault, which is what SOAP calls any refusal, whatever it is about. */
export function soapFault(error: OrgError, { namespace, type }: FaultKind): Answer {
  const text = escapeXml(error.message);
  const code = error.errorCode;
  return envelope(
    500,
    `xmlns:sf="${namespace}"`,
    `<soapenv:Fault><faultcode>${BARE_CODES.has(code) ? '' : 'sf:'}${code}</faultcode>` +
      `<faultstring>${code}: ${text}</faultstring>` +
      `<detail><sf:${type} xsi:type="sf:${type}"><sf:exceptionCode>${code}</sf:exceptionCode>` +
      `<sf:exceptionMessage>${text}</sf:exceptionMessage></sf:${type}></detail></soapenv:Fault>`,
  );
}

export interface FaultKind {
  /** Of the API's faults. */
  readonly namespace: string;
  /** Such as `LoginFault`. */
  readonly type: string;
}

/** What is said of a call that the WSDL does not have. */
export function unknownOperationFault(namespace: string, operation: string): Answer {
  const text = `No operation available for request {${namespace}}${operation}, please check the WSDL for the service.`;
  return envelope(
    500,
    '',
    `<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>${escapeXml(text)}</faultstring></soapenv:Fault>`,
  );
}

function envelope(status: number, namespace: string, content: string): Answer {
  const own = namespace && ` ${namespace}`;
  return {
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body:
      '<?xml version="1.0" encoding="UTF-8"?>' +
      `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"${own} ` +
      `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${content}</soapenv:Body></soapenv:Envelope>`,
  };
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((element) => element.name === name);
}
